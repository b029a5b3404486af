package dev.tocsin.incidents.internal;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.incidents.IngestAlerts;
import dev.tocsin.incidents.IngestResult;
import dev.tocsin.incidents.internal.AlertJudge.Verdict;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Backoff;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in what alert sources send: first it is stored as it is, then each alert is judged in a
 * transaction of its own.
 *
 * <p>What could not be judged, because the server died or an alert threw, stays due and is tried
 * again; judging twice changes nothing.
 */
@Dependent
public class AlertIntake {
  /** Longer than any request takes, so that no other node begins while this one is at it. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** About a day of trying; after that what was judged stands and the rest is written down. */
  private static final int MOST_FAILURES = 100;

  private static final System.Logger LOG = System.getLogger(AlertIntake.class.getName());

  @Inject private AlertRows rows;
  @Inject private AlertJudge judge;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Takes in a request; call it outside a transaction. */
  public IngestResult take(Actor actor, IngestAlerts command) {
    AlertSource source = AlertSource.of(command.source());
    IncomingPayload payload = source.read(command.body());
    Instant now = Times.now(clock);
    UUID id = transactions.call(() -> store(actor, source, command, now));
    return judge(id, source, payload, now, 0);
  }

  private UUID store(Actor actor, AlertSource source, IngestAlerts command, Instant now) {
    AlertPayload row =
        new AlertPayload(
            Ids.next(),
            source.source(),
            command.integrationKey(),
            actor.name(),
            command.body(),
            now,
            now.plus(LEASE));
    rows.add(row);
    return row.id();
  }

  /** Takes a payload that is due for a while; false when somebody else has it or had it. */
  boolean lease(UUID id, Instant now) {
    Optional<AlertPayload> due = rows.lockDuePayload(id, now);
    due.ifPresent(row -> row.lease(now.plus(LEASE)));
    return due.isPresent();
  }

  /** Judges again a payload that was leased; call it outside a transaction. */
  void judgeAgain(UUID id) {
    AlertPayload row = transactions.call(() -> rows.payload(id).orElseThrow());
    AlertSource source = AlertSource.of(row.source());
    judge(id, source, source.read(row.body()), row.receivedAt(), row.failures());
  }

  private IngestResult judge(
      UUID id, AlertSource source, IncomingPayload payload, Instant receivedAt, int failures) {
    int created = 0;
    int updated = 0;
    int incidents = 0;
    List<String> failed = new ArrayList<>();
    for (IncomingAlert alert : payload.alerts()) {
      try {
        Verdict verdict =
            transactions.call(
                () -> judge.judge(source.source(), alert, receivedAt, Times.now(clock)));
        created += verdict.created() ? 1 : 0;
        updated += verdict.created() ? 0 : 1;
        incidents += verdict.incidentCreated() ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.log(ERROR, () -> "alert " + alert.externalId() + " could not be judged", e);
        failed.add(alert.externalId() + ": " + e);
      }
    }
    transactions.run(() -> close(id, payload, failed, failures + 1));
    return new IngestResult(source.source(), payload.received(), created, updated, incidents);
  }

  private void close(UUID id, IncomingPayload payload, List<String> failed, int failures) {
    Instant now = Times.now(clock);
    AlertPayload row = rows.payload(id).orElseThrow();
    if (failed.isEmpty() || failures >= MOST_FAILURES) {
      List<String> problems = new ArrayList<>(payload.problems());
      problems.addAll(failed);
      row.judged(problems, now);
    } else {
      row.postpone(now.plus(Backoff.delay(failures)), failures, String.join("; ", failed));
    }
  }
}
