package dev.tocsin.incidents.internal;

import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Judges what alert sources sent and nobody judged to the end.
 *
 * <p>Each alert is a transaction of its own, hence a lease instead of a lock: a payload that is
 * taken is due again only when whoever took it has not closed it in time.
 */
@ApplicationScoped
public class AlertPayloads implements DueWork {
  private static final int BATCH = 50;

  @Inject private AlertRows rows;
  @Inject private AlertIntake intake;
  @Inject private Transactions transactions;

  @Override
  public String name() {
    return "alert-payloads";
  }

  @Override
  public Batch run(Instant now) {
    List<DueRow> due = transactions.call(() -> rows.duePayloads(now, BATCH));
    int done = 0;
    for (DueRow row : due) {
      if (transactions.call(() -> intake.lease(row.id(), now))) {
        intake.judgeAgain(row.id());
        done++;
      }
    }
    return due.isEmpty()
        ? Batch.NOTHING
        : new Batch(done, 0, due.size() == BATCH, due.get(0).dueAt());
  }
}
