package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.Stretch.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a clock: a {@link ClockRun}, truncated to microseconds, with the ticket and the policy
 * it runs for.
 *
 * <p>The stretch going on stands here, those that are over are {@link SlaFrame}s; so a clock that
 * is never paused costs one row until it ends.
 */
@Entity
@Table(name = "clock", schema = "sla")
public class SlaClock {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  @Column(name = "ticket_number")
  private String ticketNumber;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "calendar_id")
  private @Nullable UUID calendarId;

  @Convert(converter = Columns.OfMetric.class)
  private Metric metric;

  @Convert(converter = Columns.OfState.class)
  private ClockState state;

  @Column(name = "target_micros")
  private long targetMicros;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "breached_at")
  private @Nullable Instant breachedAt;

  @Column(name = "met_late")
  private boolean metLate;

  private @Nullable Instant since;
  private boolean counted;

  @Convert(converter = Columns.OfReason.class)
  private Reason reason;

  @Column(name = "wake_at")
  private @Nullable Instant wakeAt;

  private int failures;

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Version
  private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SlaClock() {}

  static SlaClock of(
      UUID ticketId, String ticketNumber, UUID policyId, Metric metric, ClockRun run) {
    SlaClock clock = new SlaClock();
    clock.id = Ids.next();
    clock.ticketId = ticketId;
    clock.ticketNumber = ticketNumber;
    clock.policyId = policyId;
    clock.metric = metric;
    clock.become(run);
    return clock;
  }

  /** Returns the clock as a value. */
  ClockRun run(List<SlaFrame> frames) {
    List<Stretch> ledger = new ArrayList<>(frames.stream().map(SlaFrame::stretch).toList());
    if (since != null) {
      ledger.add(new Stretch(since, null, counted, reason));
    }
    return new ClockRun(
        state,
        Duration.of(targetMicros, ChronoUnit.MICROS),
        WorkingTime.aroundTheClock(),
        startedAt,
        endedAt,
        dueAt,
        breachedAt,
        metLate,
        ledger);
  }

  /** Takes on what a value says; its closed stretches are kept as frames by the caller. */
  void become(ClockRun run) {
    state = run.state();
    targetMicros = run.target().toNanos() / 1_000;
    startedAt = Times.truncate(run.startedAt());
    endedAt = truncated(run.endedAt());
    dueAt = truncated(run.dueAt());
    breachedAt = truncated(run.breachedAt());
    metLate = run.metLate();
    List<Stretch> ledger = run.stretches();
    Stretch last = ledger.isEmpty() ? null : ledger.get(ledger.size() - 1);
    since = last == null || last.to() != null ? null : Times.truncate(last.from());
    counted = last != null && last.counted();
    reason = last == null ? Reason.RUNNING : last.reason();
    wakeAt = state == ClockState.RUNNING ? dueAt : null;
    failures = 0;
  }

  private static @Nullable Instant truncated(@Nullable Instant instant) {
    return instant == null ? null : Times.truncate(instant);
  }

  /** Goes on under another policy. */
  void follow(UUID policy) {
    policyId = policy;
  }

  /** Returns whether the heartbeat has to act: strictly after the due time. */
  boolean isDue(Instant now) {
    return wakeAt != null && wakeAt.isBefore(now);
  }

  /** Returns the clock as the heartbeat's work sees it. */
  DueRow dueRow() {
    return new DueRow(id, wakeAt == null ? startedAt : wakeAt, failures);
  }

  UUID id() {
    return id;
  }

  UUID ticketId() {
    return ticketId;
  }

  String ticketNumber() {
    return ticketNumber;
  }

  UUID policyId() {
    return policyId;
  }

  @Nullable UUID calendarId() {
    return calendarId;
  }

  Metric metric() {
    return metric;
  }

  ClockState state() {
    return state;
  }

  boolean isOpen() {
    return endedAt == null;
  }
}
