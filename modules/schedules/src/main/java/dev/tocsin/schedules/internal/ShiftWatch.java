package dev.tocsin.schedules.internal;

import dev.tocsin.platform.work.DueRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Until when a schedule's changes of shift have been told, and when to look again.
 *
 * <p>It knows no plan: whoever looks derives what is to be told from the schedule as it is then.
 */
@Entity
@Table(name = "shift_watches", schema = "schedules")
public class ShiftWatch {
  /** A handoff that was missed for longer, as nothing ran, is told to nobody any more. */
  static final Duration LATEST = Duration.ofMinutes(30);

  @Id
  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "told_until")
  private Instant toldUntil;

  @Column(name = "due_at")
  private Instant dueAt;

  private int failures;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ShiftWatch() {}

  /** Begins to watch a schedule; what was before is the past and told to nobody. */
  ShiftWatch(UUID scheduleId, Instant now) {
    this.scheduleId = scheduleId;
    this.toldUntil = now;
    this.dueAt = now;
  }

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now);
  }

  /** Returns after which instant handoffs are still to be told. */
  Instant toldUntil(Instant now) {
    Instant earliest = now.minus(LATEST);
    return toldUntil.isAfter(earliest) ? toldUntil : earliest;
  }

  /** Notes that all handoffs up to now are told; a clock that is behind changes nothing. */
  void haveTold(Instant now) {
    toldUntil = toldUntil.isAfter(now) ? toldUntil : now;
  }

  void lookAt(Instant next) {
    dueAt = next;
    failures = 0;
  }

  void postpone(Instant until, int count) {
    dueAt = until;
    failures = count;
  }

  DueRow due() {
    return new DueRow(scheduleId, dueAt, failures);
  }
}
