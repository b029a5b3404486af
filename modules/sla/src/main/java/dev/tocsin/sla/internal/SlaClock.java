package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.Stretch.Reason;
import dev.tocsin.ticketing.SlaState;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "team_id")
  private @Nullable UUID teamId;

  @Column(name = "at_risk")
  private boolean atRisk;

  @Column(name = "elapsed_micros")
  private @Nullable Long elapsedMicros;

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Version
  private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SlaClock() {}

  static SlaClock of(Subject ticket, UUID policyId, Metric metric, ClockRun run) {
    SlaClock clock = new SlaClock();
    clock.id = Ids.next();
    clock.ticketId = ticket.id();
    clock.ticketNumber = ticket.number();
    clock.customerId = ticket.customerId();
    clock.teamId = ticket.teamId();
    clock.policyId = policyId;
    clock.metric = metric;
    clock.become(run);
    return clock;
  }

  /** Returns the clock as a value. */
  ClockRun run(List<SlaFrame> frames, WorkingTime time) {
    List<Stretch> ledger = new ArrayList<>(frames.stream().map(SlaFrame::stretch).toList());
    Duration worked = counted().orElseGet(() -> ClockRun.worked(List.copyOf(ledger), time));
    if (since != null) {
      ledger.add(new Stretch(since, null, counted, reason));
    }
    return new ClockRun(
        state,
        new Promise(Duration.of(targetMicros, ChronoUnit.MICROS), time, calendarId),
        startedAt,
        endedAt,
        dueAt,
        breachedAt,
        metLate,
        ledger,
        worked);
  }

  /** Takes on what a value says; its closed stretches are kept as frames by the caller. */
  void become(ClockRun run) {
    state = run.state();
    targetMicros = run.target().toNanos() / 1_000;
    calendarId = run.promise().calendarId();
    Instant end = run.endedAt();
    elapsedMicros = end == null ? null : Long.valueOf(run.elapsed(end).toNanos() / 1_000);
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
  }

  /**
   * Lets the heartbeat look again at an instant.
   *
   * @param at null when nothing can fall due
   * @param inBand whether it is inside a band that was announced
   */
  void wake(@Nullable Instant at, boolean inBand) {
    wakeAt = at;
    atRisk = inBand;
    failures = 0;
  }

  private static @Nullable Instant truncated(@Nullable Instant instant) {
    return instant == null ? null : Times.truncate(instant);
  }

  /** Goes on for a ticket of another team, under another policy. */
  void follow(UUID policy, @Nullable UUID team) {
    policyId = policy;
    teamId = team;
  }

  /** Returns whether the heartbeat has to look at it. */
  boolean isDue(Instant now) {
    return wakeAt != null && !wakeAt.isAfter(now);
  }

  /** Returns the clock as the heartbeat's work sees it. */
  DueRow dueRow() {
    return new DueRow(id, wakeAt == null ? startedAt : wakeAt, failures);
  }

  /** Returns what it counted until it ended, by the calendar of that time; empty while it runs. */
  Optional<Duration> counted() {
    return Optional.ofNullable(elapsedMicros).map(micros -> Duration.of(micros, ChronoUnit.MICROS));
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

  /** Returns its place in a list of missed deadlines, by when they were missed. */
  Cursor breachCursor() {
    return Cursor.of(Objects.requireNonNull(breachedAt, "is breached"), id);
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Nullable UUID calendarId() {
    return calendarId;
  }

  Metric metric() {
    return metric;
  }

  /** Returns what clocks of one ticket amount to. */
  static SlaState worst(List<SlaClock> clocks) {
    return clocks.stream().map(SlaClock::sla).max(Comparator.naturalOrder()).orElse(SlaState.OK);
  }

  private SlaState sla() {
    return state == ClockState.BREACHED
        ? SlaState.BREACHED
        : atRisk ? SlaState.AT_RISK : SlaState.OK;
  }

  boolean isOpen() {
    return endedAt == null;
  }
}
