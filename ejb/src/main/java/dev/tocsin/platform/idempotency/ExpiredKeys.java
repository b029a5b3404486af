package dev.tocsin.platform.idempotency;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** Deletes keys whose day is over. */
@ApplicationScoped
public class ExpiredKeys extends Purge {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  /** Makes the one of this node. */
  public ExpiredKeys() {
    super(Duration.ofHours(1));
  }

  @Override
  public String name() {
    return "idempotency-keys";
  }

  @Override
  protected int delete(Instant now, int limit) {
    return delete(entityManager, now, limit);
  }

  static int delete(EntityManager entityManager, Instant now, int limit) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM platform.idempotency_key WHERE (actor, key) IN (SELECT actor, key"
                + " FROM platform.idempotency_key WHERE expires_at <= ?1 ORDER BY expires_at"
                + " LIMIT ?2 FOR UPDATE SKIP LOCKED)")
        .setParameter(1, InstantColumn.of(now))
        .setParameter(2, limit)
        .executeUpdate();
  }
}
