package dev.tocsin.sla.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.DueRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds and keeps clocks; whoever changes one holds its ticket's row. */
@Dependent
public class Clocks {

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  /** Keeps a new clock with what is over of its ledger. */
  void add(SlaClock clock, ClockRun run) {
    entityManager.persist(clock);
    keep(clock, run.stretches());
  }

  /** Returns a ticket's clocks, first response first. */
  List<SlaClock> ofTicket(UUID ticketId) {
    return entityManager
        .createQuery(
            "SELECT c FROM SlaClock c WHERE c.ticketId = :ticket ORDER BY c.metric, c.id",
            SlaClock.class)
        .setParameter("ticket", ticketId)
        .getResultList();
  }

  /** Returns the clocks of tickets, each ticket's in the order of {@link #ofTicket}. */
  List<SlaClock> ofTickets(List<UUID> ticketIds) {
    return ticketIds.isEmpty()
        ? List.of()
        : entityManager
            .createQuery(
                "SELECT c FROM SlaClock c WHERE c.ticketId IN :tickets"
                    + " ORDER BY c.ticketId, c.metric, c.id",
                SlaClock.class)
            .setParameter("tickets", ticketIds)
            .getResultList();
  }

  /** Returns the frames of clocks by clock, oldest first. */
  Map<UUID, List<SlaFrame>> frames(List<SlaClock> clocks) {
    return clocks.isEmpty()
        ? Map.of()
        : entityManager
            .createQuery(
                "SELECT f FROM SlaFrame f WHERE f.clockId IN :clocks ORDER BY f.from",
                SlaFrame.class)
            .setParameter("clocks", clocks.stream().map(SlaClock::id).toList())
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(SlaFrame::clockId));
  }

  /** Keeps what a change of its value made of a clock. */
  void keep(SlaClock clock, ClockRun before, ClockRun after) {
    clock.become(after);
    List<Stretch> ledger = after.stretches();
    long known = before.stretches().stream().filter(stretch -> stretch.to() != null).count();
    keep(clock, ledger.subList((int) known, ledger.size()));
  }

  private void keep(SlaClock clock, List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      if (stretch.to() != null) {
        entityManager.persist(new SlaFrame(clock.id(), stretch, stretch.to()));
      }
    }
  }

  /** Returns what was announced of a clock and a due time before it was missed. */
  List<ReachedThreshold> reached(UUID clockId, Instant dueAt) {
    return entityManager
        .createQuery(
            "SELECT t FROM ReachedThreshold t WHERE t.clockId = :clock AND t.dueAt = :due",
            ReachedThreshold.class)
        .setParameter("clock", clockId)
        .setParameter("due", dueAt)
        .getResultList();
  }

  void add(ReachedThreshold threshold) {
    entityManager.persist(threshold);
  }

  Optional<Breach> breach(UUID clockId, Instant dueAt) {
    return entityManager
        .createQuery(
            "SELECT b FROM Breach b WHERE b.clockId = :clock AND b.dueAt = :due", Breach.class)
        .setParameter("clock", clockId)
        .setParameter("due", dueAt)
        .getResultStream()
        .findFirst();
  }

  void add(Breach breach) {
    entityManager.persist(breach);
  }

  /** Returns clocks whose time has come, oldest first, without locking them. */
  List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "SELECT c FROM SlaClock c WHERE c.wakeAt <= :now ORDER BY c.wakeAt, c.id",
            SlaClock.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(SlaClock::dueRow)
        .toList();
  }

  Optional<UUID> ticketOf(UUID clockId) {
    return entityManager
        .createQuery("SELECT c.ticketId FROM SlaClock c WHERE c.id = :id", UUID.class)
        .setParameter("id", clockId)
        .getResultStream()
        .findFirst();
  }

  Optional<SlaClock> locked(UUID clockId) {
    return Optional.ofNullable(
        entityManager.find(SlaClock.class, clockId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Puts a clock off in plain SQL: what made its work fail may be its row. */
  void postpone(UUID clockId, Instant until, int failures) {
    entityManager
        .createNativeQuery("UPDATE sla.clock SET wake_at = ?1, failures = ?2 WHERE id = ?3")
        .setParameter(1, InstantColumn.of(until))
        .setParameter(2, failures)
        .setParameter(3, clockId)
        .executeUpdate();
  }
}
