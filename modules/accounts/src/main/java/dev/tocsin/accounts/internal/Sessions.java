package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.SessionView;
import dev.tocsin.accounts.SignedIn;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts, finds and ends sessions. The caller has a transaction. */
@Dependent
public class Sessions {

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  /** Starts a session of a person who has proved who they are. */
  public SignedIn start(User user, Instant now) {
    String token = Tokens.random();
    Session session = new Session(Ids.next(), Tokens.digest(token), user.id(), now);
    entityManager.persist(session);
    return new SignedIn(token, CsrfToken.of(token), user.view(), session.endsAt());
  }

  /** Returns the session of a cookie's value, and notes its use; empty when it is over. */
  public Optional<SessionView> use(String token, Instant now) {
    List<Object[]> found =
        entityManager
            .createQuery(
                "SELECT s, u FROM Session s, User u WHERE s.tokenHash = :hash AND u.id = s.userId",
                Object[].class)
            .setParameter("hash", Tokens.digest(token))
            .getResultList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Session session = (Session) found.get(0)[0];
    User user = (User) found.get(0)[1];
    if (session.isOver(now) || !user.isActive()) {
      return Optional.empty();
    }
    session.seen(now);
    return Optional.of(
        new SessionView(user.view(), CsrfToken.of(token), user.asActor(), session.expiresAt()));
  }

  /** Ends one session; a token of none does nothing. */
  public void end(String token) {
    entityManager
        .createQuery("DELETE FROM Session s WHERE s.tokenHash = :hash")
        .setParameter("hash", Tokens.digest(token))
        .executeUpdate();
  }

  /**
   * Ends a person's sessions and returns how many.
   *
   * @param except the token of one that goes on; null for none
   */
  public int endAll(UUID userId, @Nullable String except) {
    return entityManager
        .createQuery("DELETE FROM Session s WHERE s.userId = :user AND s.tokenHash <> :except")
        .setParameter("user", userId)
        .setParameter("except", except == null ? "" : Tokens.digest(except))
        .executeUpdate();
  }
}
