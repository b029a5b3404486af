package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds and keeps feed tokens. */
@Dependent
public class FeedTokenRows {
  /** Longer than any token, shorter than any harm. */
  private static final int LONGEST = 100;

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  public void add(FeedToken token) {
    entityManager.persist(token);
    entityManager.flush();
  }

  public void remove(FeedToken token) {
    entityManager.remove(token);
  }

  public Optional<FeedToken> find(UUID id) {
    return Optional.ofNullable(entityManager.find(FeedToken.class, id));
  }

  /** Returns the token with this secret. */
  public Optional<FeedToken> bySecret(String secret) {
    if (secret.length() > LONGEST) {
      return Optional.empty();
    }
    return entityManager
        .createQuery("select t from FeedToken t where t.tokenHash = :hash", FeedToken.class)
        .setParameter("hash", Tokens.digest(secret))
        .getResultStream()
        .findFirst();
  }

  /** Notes a use, unless one within the last minute is noted already. */
  public void used(FeedToken token, Instant now) {
    if (token.usedLongBefore(now)) {
      entityManager
          .createQuery(
              "update FeedToken t set t.lastUsedAt = :now where t.id = :id"
                  + " and (t.lastUsedAt is null or t.lastUsedAt <= :before)")
          .setParameter("now", now)
          .setParameter("id", token.id())
          .setParameter("before", now.minus(FeedToken.USE_PRECISION))
          .executeUpdate();
    }
  }

  /** Lists tokens, newest first; of one owner only, unless the owner is null. */
  public Page<FeedToken> page(@Nullable UUID owner, PageRequest request) {
    Optional<Cursor> after = request.position();
    var query =
        entityManager
            .createQuery(
                "select t from FeedToken t where 1 = 1"
                    + (owner == null ? "" : " and t.ownerId = :owner")
                    + (after.isEmpty() ? "" : " and t.id < :after")
                    + " order by t.id desc",
                FeedToken.class)
            .setMaxResults(request.fetch());
    if (owner != null) {
      query.setParameter("owner", owner);
    }
    after.ifPresent(cursor -> query.setParameter("after", cursor.id(0)));
    return Page.of(query.getResultList(), request, token -> Cursor.of(token.id()));
  }

  /** Ends the tokens that belong to a person or open that person's feed. */
  void endAllOf(UUID userId) {
    entityManager
        .createQuery("delete from FeedToken t where t.ownerId = :user or t.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }
}
