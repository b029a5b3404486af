package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and keeps API tokens. */
@Dependent
public class TokenStore {

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  public void add(ApiToken token) {
    entityManager.persist(token);
    Writes.flush(entityManager);
  }

  public ApiToken require(UUID id) {
    return Optional.ofNullable(entityManager.find(ApiToken.class, id))
        .orElseThrow(() -> new NotFound("api token"));
  }

  public void remove(ApiToken token) {
    entityManager.remove(token);
  }

  /** Returns the token with this secret, expired or not. */
  public Optional<ApiToken> bySecret(String secret) {
    return entityManager
        .createQuery("SELECT t FROM ApiToken t WHERE t.tokenHash = :hash", ApiToken.class)
        .setParameter("hash", Tokens.digest(secret))
        .getResultStream()
        .findFirst();
  }

  /** Notes a use, unless another request noted one within the last minute. */
  public void used(UUID id, Instant now) {
    entityManager
        .createQuery(
            "UPDATE ApiToken t SET t.lastUsedAt = :now WHERE t.id = :id"
                + " AND (t.lastUsedAt IS NULL OR t.lastUsedAt <= :before)")
        .setParameter("now", now)
        .setParameter("id", id)
        .setParameter("before", now.minus(ApiToken.USE_PRECISION))
        .executeUpdate();
  }

  /** Ends the tokens that a person made and returns how many. */
  public int endAllOf(UUID ownerId) {
    return entityManager
        .createQuery("DELETE FROM ApiToken t WHERE t.ownerId = :owner")
        .setParameter("owner", ownerId)
        .executeUpdate();
  }

  /** Lists tokens, newest first. */
  public Page<ApiToken> list(PageRequest page) {
    Optional<Cursor> after = page.position();
    TypedQuery<ApiToken> query =
        entityManager.createQuery(
            "SELECT t FROM ApiToken t"
                + (after.isPresent() ? " WHERE t.id < :after" : "")
                + " ORDER BY t.id DESC",
            ApiToken.class);
    after.ifPresent(cursor -> query.setParameter("after", cursor.id(0)));
    List<ApiToken> rows = query.setMaxResults(page.fetch()).getResultList();
    return Page.of(rows, page, token -> Cursor.of(token.id()));
  }
}
