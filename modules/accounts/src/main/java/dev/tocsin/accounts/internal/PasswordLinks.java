package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.PasswordResetRequested;
import dev.tocsin.accounts.UserInvited;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and redeems the links by which people set a password. The caller has a transaction. */
@Dependent
public class PasswordLinks {

  static final Duration RESET_LIFE = Duration.ofHours(1);
  static final Duration INVITATION_LIFE = Duration.ofDays(7);

  /** How many links one person may have at a time; more would only fill their mailbox. */
  static final int MOST = 3;

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  @Inject private Event<UserInvited> invited;
  @Inject private Event<PasswordResetRequested> requested;

  /** Invites a person; links sent before no longer work. */
  public void invite(User user, Instant now) {
    endAll(user.id());
    Instant end = now.plus(INVITATION_LIFE);
    String token = issue(user, now, end);
    invited.fire(new UserInvited(user.id(), user.email(), user.name(), token, end));
  }

  /** Announces a link for somebody who forgot their password, unless they have enough of them. */
  public void offerReset(User user, Instant now) {
    long living =
        entityManager
            .createQuery(
                "SELECT COUNT(l) FROM PasswordLink l WHERE l.userId = :user AND l.expiresAt > :now",
                Long.class)
            .setParameter("user", user.id())
            .setParameter("now", now)
            .getSingleResult();
    if (living >= MOST) {
      return;
    }
    Instant end = now.plus(RESET_LIFE);
    String token = issue(user, now, end);
    requested.fire(new PasswordResetRequested(user.id(), user.email(), user.name(), token, end));
  }

  /** Returns whose link this is; empty when it is unknown, used or too old. Locks it. */
  public Optional<UUID> ownerOf(String token, Instant now) {
    List<PasswordLink> found =
        entityManager
            .createQuery(
                "SELECT l FROM PasswordLink l WHERE l.tokenHash = :hash", PasswordLink.class)
            .setParameter("hash", Tokens.digest(token))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    return found.stream().filter(link -> !link.isOver(now)).map(PasswordLink::userId).findFirst();
  }

  /** Ends all links of a person. */
  public void endAll(UUID userId) {
    entityManager
        .createQuery("DELETE FROM PasswordLink l WHERE l.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  private String issue(User user, Instant now, Instant end) {
    String token = Tokens.random();
    entityManager.persist(new PasswordLink(Ids.next(), user.id(), Tokens.digest(token), now, end));
    return token;
  }
}
