package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.schedules.RequestState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds and locks requests; within the caller's transaction. */
@Dependent
public class ShiftRequestRows {

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  public void add(ShiftRequest request) {
    entityManager.persist(request);
    entityManager.flush();
  }

  public void flush() {
    entityManager.flush();
  }

  public <T extends ShiftRequest> T require(Class<T> kind, UUID scheduleId, UUID id) {
    return found(kind, scheduleId, entityManager.find(kind, id));
  }

  /** Locks a request until the end of the transaction; waits for others. */
  public <T extends ShiftRequest> T lock(Class<T> kind, UUID scheduleId, UUID id) {
    return found(kind, scheduleId, entityManager.find(kind, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private static <T extends ShiftRequest> T found(
      Class<T> kind, UUID scheduleId, @Nullable T request) {
    return Optional.ofNullable(request)
        .filter(found -> found.scheduleId().equals(scheduleId))
        .orElseThrow(
            () -> new NotFound(kind == SwapRequest.class ? "swap request" : "leave request"));
  }

  /**
   * Returns a schedule's requests of a kind, the newest first.
   *
   * @param state null for any
   */
  public <T extends ShiftRequest> Page<T> page(
      Class<T> kind, UUID scheduleId, @Nullable RequestState state, PageRequest request) {
    Optional<UUID> before = request.position().map(at -> at.id(0));
    TypedQuery<T> query =
        entityManager
            .createQuery(
                "select r from "
                    + kind.getSimpleName()
                    + " r where r.scheduleId = :schedule"
                    + (state == null ? "" : " and r.state = :state")
                    + (before.isEmpty() ? "" : " and r.id < :before")
                    + " order by r.id desc",
                kind)
            .setParameter("schedule", scheduleId)
            .setMaxResults(request.fetch());
    if (state != null) {
      query.setParameter("state", state);
    }
    before.ifPresent(id -> query.setParameter("before", id));
    return Page.of(query.getResultList(), request, row -> Cursor.of(row.id()));
  }

  /** Returns the swap requests that wait for an answer and concern this user or anybody. */
  public List<SwapRequest> waitingFor(@Nullable UUID user) {
    return entityManager
        .createQuery(
            "select r from SwapRequest r where r.state = :offered"
                + " and (r.requesterId = :user or r.otherId = :user or r.otherId is null)"
                + " order by r.id desc",
            SwapRequest.class)
        .setParameter("offered", RequestState.OFFERED)
        .setParameter("user", user)
        .setMaxResults(PageRequest.MAX_LIMIT)
        .getResultList();
  }

  /** Locks a request, unless somebody else has. */
  Optional<ShiftRequest> lockIfFree(UUID id) {
    List<?> free =
        entityManager
            .createNativeQuery(
                "SELECT 1 FROM schedules.shift_requests WHERE id = ?1 FOR UPDATE SKIP LOCKED")
            .setParameter(1, id)
            .getResultList();
    return free.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(
            entityManager.find(ShiftRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<ShiftRequest> lock(UUID id) {
    return Optional.ofNullable(
        entityManager.find(ShiftRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "select r from ShiftRequest r where r.dueAt <= :now order by r.dueAt",
            ShiftRequest.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(ShiftRequest::due)
        .toList();
  }
}
