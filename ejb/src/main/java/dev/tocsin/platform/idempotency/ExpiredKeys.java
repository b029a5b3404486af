package dev.tocsin.platform.idempotency;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Deletes keys whose day is over, once an hour; until then they are merely no longer heeded. */
@ApplicationScoped
public class ExpiredKeys implements DueWork {

  private static final int BATCH = 1_000;

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private Transactions transactions;

  @Override
  public String name() {
    return "idempotency-keys";
  }

  @Override
  public Batch run(Instant now) {
    int deleted = transactions.call(() -> purge(entityManager, now));
    return new Batch(deleted, 0, deleted == BATCH, null);
  }

  /** Deletes a batch of what expired before the hour began and returns how many those were. */
  static int purge(EntityManager entityManager, Instant now) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM platform.idempotency_key WHERE (actor, key) IN (SELECT actor, key"
                + " FROM platform.idempotency_key WHERE expires_at <= ?1 ORDER BY expires_at"
                + " LIMIT ?2 FOR UPDATE SKIP LOCKED)")
        .setParameter(1, InstantColumn.of(now.truncatedTo(ChronoUnit.HOURS)))
        .setParameter(2, BATCH)
        .executeUpdate();
  }
}
