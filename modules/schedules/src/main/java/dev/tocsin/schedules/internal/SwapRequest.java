package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ScheduleEvent;
import dev.tocsin.schedules.SwapRequestMoved;
import dev.tocsin.schedules.SwapRequestView;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks to take over a shift, to hand one over, or both. Accepting it makes overrides. */
@Entity
@DiscriminatorValue("SWAP")
public class SwapRequest extends ShiftRequest {

  @Column(name = "other_id")
  private @Nullable UUID otherId;

  @Column(name = "other_name")
  private @Nullable String otherName;

  @Column(name = "gives_start")
  private @Nullable Instant givesStart;

  @Column(name = "gives_end")
  private @Nullable Instant givesEnd;

  @Column(name = "takes_start")
  private @Nullable Instant takesStart;

  @Column(name = "takes_end")
  private @Nullable Instant takesEnd;

  protected SwapRequest() {}

  /** Makes a request of a judged command. */
  public SwapRequest(
      UUID id,
      UUID scheduleId,
      Person requester,
      @Nullable Person other,
      CreateSwapRequest command,
      Instant at) {
    super(id, scheduleId, requester, command.reason(), firstStart(command), at);
    Period gives = command.gives();
    Period takes = command.takes();
    this.otherId = other == null ? null : other.userId();
    this.otherName = other == null ? null : other.name();
    this.givesStart = gives == null ? null : gives.start();
    this.givesEnd = gives == null ? null : gives.end();
    this.takesStart = takes == null ? null : takes.start();
    this.takesEnd = takes == null ? null : takes.end();
  }

  private static Instant firstStart(CreateSwapRequest command) {
    return Stream.of(command.gives(), command.takes())
        .flatMap(Stream::ofNullable)
        .map(Period::start)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** Names who takes an offer that was made to anybody. */
  public void isTakenBy(Person person) {
    otherId = person.userId();
    otherName = person.name();
  }

  public @Nullable Person other() {
    return otherId == null ? null : new Person(otherName, otherId);
  }

  /** Returns the requester's time that the other takes over; null for none. */
  public @Nullable Period gives() {
    return period(givesStart, givesEnd);
  }

  /** Returns the other's time that the requester takes over; null for none. */
  public @Nullable Period takes() {
    return period(takesStart, takesEnd);
  }

  private static @Nullable Period period(@Nullable Instant start, @Nullable Instant end) {
    return start == null || end == null ? null : new Period(start, end);
  }

  @Override
  String kind() {
    return "swap";
  }

  @Override
  List<Person> people() {
    return Stream.of(requester(), other()).flatMap(Stream::ofNullable).toList();
  }

  @Override
  boolean isForAnybody() {
    return otherId == null;
  }

  @Override
  ScheduleEvent moved(Schedule schedule, List<Warning> warnings, List<UUID> concerned, Instant at) {
    return new SwapRequestMoved(
        view(warnings), schedule.name(), schedule.timeZone(), concerned, at);
  }

  @Override
  public SwapRequestView view(List<Warning> warnings) {
    return new SwapRequestView(
        id(),
        scheduleId(),
        requester(),
        other(),
        gives(),
        takes(),
        reason(),
        state(),
        expiresAt(),
        createdAt(),
        decidedAt(),
        decidedBy(),
        warnings,
        version());
  }
}
