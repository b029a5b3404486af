package dev.tocsin.sla.internal;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import dev.tocsin.sla.internal.Recalculation.Scope;
import dev.tocsin.sla.internal.Recalculations.Concerned;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings edits to the open clocks they concern, some tickets a transaction. */
@ApplicationScoped
public class SlaRecalculationWork implements DueWork {

  static final String NAME = "sla-recalculations";

  private static final System.Logger LOG = System.getLogger(SlaRecalculationWork.class.getName());
  private static final Actor READER = Actor.system("sla");
  private static final int BATCH = 100;

  @Inject private Transactions transactions;
  @Inject private Recalculations recalculations;
  @Inject private ClockKeeper keeper;
  @Inject private Ticketing tickets;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Batch run(Instant now) {
    try {
      return transactions.call(() -> advance(BATCH, now));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "some clocks cannot be recomputed; looking for them one by one", e);
      return singly(now);
    }
  }

  private Batch singly(Instant now) {
    int done = 0;
    int failed = 0;
    for (int i = 0; i < BATCH; i++) {
      try {
        done += transactions.call(() -> advance(1, now)).done();
      } catch (RuntimeException e) {
        LOG.log(ERROR, "a ticket's clocks cannot be recomputed and stay as they were", e);
        failed += transactions.call(this::skip);
      }
    }
    return new Batch(done, failed, true, null);
  }

  private Batch advance(int limit, Instant now) {
    Optional<Recalculation> claimed = recalculations.claim();
    if (claimed.isEmpty()) {
      return Batch.NOTHING;
    }
    Recalculation work = claimed.get();
    List<Concerned> next = recalculations.next(work, limit);
    if (next.isEmpty()) {
      work.finish(now);
      return new Batch(0, 0, true, null);
    }
    Set<UUID> locked = tickets.tryLock(next.stream().map(Concerned::ticketId).toList());
    // one that somebody has at this moment comes again; so nobody is passed over
    List<Concerned> free = next.stream().takeWhile(t -> locked.contains(t.ticketId())).toList();
    recompute(work.scope(), free.stream().map(Concerned::ticketId).toList(), now);
    free.forEach(ticket -> work.passed(ticket.ticketId(), ticket.clocks()));
    int done = free.stream().mapToInt(Concerned::clocks).sum();
    return new Batch(done, 0, !free.isEmpty(), null);
  }

  private void recompute(Scope scope, List<UUID> ticketIds, Instant now) {
    if (scope == Scope.CALENDAR) {
      keeper.recompute(ticketIds, now);
    } else {
      ticketIds.forEach(
          id -> keeper.follow(Subject.of(tickets.require(READER, id.toString())), now));
    }
  }

  private int skip() {
    return recalculations
        .claim()
        .map(
            work -> {
              List<Concerned> next = recalculations.next(work, 1);
              next.forEach(ticket -> work.failed(ticket.ticketId(), ticket.clocks()));
              return next.stream().mapToInt(Concerned::clocks).sum();
            })
        .orElse(0);
  }
}
