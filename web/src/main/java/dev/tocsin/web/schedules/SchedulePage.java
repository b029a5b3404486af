package dev.tocsin.web.schedules;

import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One schedule: who is on now, who is next, and what it is made of. */
@Named
@ViewScoped
public class SchedulePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration AHEAD = Duration.ofDays(28);

  @Inject private Schedules schedules;
  @Inject private OnCall onCall;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable ScheduleView schedule;
  private @Nullable OnCallView now;
  private @Nullable OnCallSegment next;

  /** Loads the schedule as it is now. */
  public void load() {
    UUID wanted = UuidConverter.asked(id);
    schedule = schedules.require(caller.actor(), wanted);
    OnCallView present = onCall.at(caller.actor(), wanted, null);
    now = present;
    Instant from = present.at();
    List<OnCallSegment> ahead =
        onCall.timeline(caller.actor(), wanted, from, from.plus(AHEAD)).segments();
    next = ahead.size() > 1 ? ahead.get(1) : null;
  }

  /** Removes a layer. */
  public void removeLayer(UUID layer) {
    schedules.removeLayer(caller.actor(), UuidConverter.asked(id), layer, null);
    Messages.done("schedules.layer_removed");
    load();
  }

  /** Returns the schedule that is shown. */
  public ScheduleView required() {
    return Objects.requireNonNull(schedule);
  }

  /** Returns the schedule; null before it is loaded. */
  public @Nullable ScheduleView getSchedule() {
    return schedule;
  }

  /** Returns who is on call now; null before the schedule is loaded. */
  public @Nullable OnCallView getNow() {
    return now;
  }

  /** Returns who comes next; null when that does not change within four weeks. */
  public @Nullable OnCallSegment getNext() {
    return next;
  }

  /** Returns people's names in one line. */
  public String names(List<Person> people) {
    return people.stream().map(Person::name).collect(Collectors.joining(", "));
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
