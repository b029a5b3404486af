package dev.tocsin.schedules.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.schedules.ShiftNoticeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and locks what is known of notices; within the caller's transaction. */
@Dependent
public class ShiftNoticeRows {

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  void add(ShiftNotice notice) {
    entityManager.persist(notice);
  }

  void flush() {
    entityManager.flush();
  }

  /** Locks the watch of a schedule; waits for others. */
  Optional<ShiftWatch> lock(UUID scheduleId) {
    return Optional.ofNullable(
        entityManager.find(ShiftWatch.class, scheduleId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Locks the watch of a schedule unless somebody else has; empty then. */
  Optional<ShiftWatch> lockIfFree(UUID scheduleId) {
    List<?> free =
        entityManager
            .createNativeQuery(
                "SELECT * FROM schedules.shift_watches WHERE schedule_id = ?1"
                    + " FOR UPDATE SKIP LOCKED",
                ShiftWatch.class)
            .setParameter(1, scheduleId)
            .getResultList();
    return free.stream().findFirst().map(ShiftWatch.class::cast);
  }

  List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "select w from ShiftWatch w where w.dueAt <= :now order by w.dueAt", ShiftWatch.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(ShiftWatch::due)
        .toList();
  }

  void lookAtAll(Instant now) {
    entityManager
        .createQuery("update ShiftWatch w set w.dueAt = :now where w.dueAt > :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Returns what was told of handoffs that are still to come, in their order. */
  List<ShiftNotice> ahead(UUID scheduleId, Instant now) {
    return entityManager
        .createQuery(
            "select n from ShiftNotice n where n.scheduleId = :schedule and n.kind = :kind"
                + " and n.handoffAt > :now order by n.handoffAt",
            ShiftNotice.class)
        .setParameter("schedule", scheduleId)
        .setParameter("kind", ShiftNoticeKind.AHEAD)
        .setParameter("now", now)
        .getResultList();
  }

  /** Forgets notices of handoffs before an instant. */
  void forgetBefore(UUID scheduleId, Instant instant) {
    entityManager
        .createQuery(
            "delete from ShiftNotice n where n.scheduleId = :schedule and n.handoffAt < :before")
        .setParameter("schedule", scheduleId)
        .setParameter("before", instant)
        .executeUpdate();
  }
}
