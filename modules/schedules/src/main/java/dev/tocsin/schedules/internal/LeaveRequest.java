package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateLeaveRequest;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.LeaveRequestMoved;
import dev.tocsin.schedules.LeaveRequestView;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ScheduleEvent;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Asks for days without shifts. Accepting it makes an unavailability. */
@Entity
@DiscriminatorValue("LEAVE")
public class LeaveRequest extends ShiftRequest {

  @Column(name = "start_date")
  private LocalDate startDate;

  @Column(name = "end_date")
  private LocalDate endDate;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected LeaveRequest() {}

  /** Makes a request of a judged command; it expires when its last day is over. */
  public LeaveRequest(
      UUID id, Schedule schedule, Person requester, CreateLeaveRequest command, Instant at) {
    super(
        id,
        schedule.id(),
        requester,
        command.reason(),
        new Leave(requester, command.startDate(), command.endDate()).end(schedule.zone()),
        at);
    this.startDate = command.startDate();
    this.endDate = command.endDate();
  }

  Leave leave() {
    return new Leave(requester(), startDate, endDate);
  }

  /** Returns the command that fulfils it. */
  public CreateUnavailability unavailability() {
    Person person = requester();
    return new CreateUnavailability(
        person.userName(), person.userId(), startDate, endDate, reason());
  }

  @Override
  String kind() {
    return "leave";
  }

  @Override
  List<Person> people() {
    return List.of(requester());
  }

  /** Leave is for admins to decide; they are told apart from the people it names. */
  @Override
  boolean isForAnybody() {
    return false;
  }

  @Override
  ScheduleEvent moved(Schedule schedule, List<Warning> warnings, List<UUID> concerned, Instant at) {
    return new LeaveRequestMoved(view(warnings), schedule.name(), concerned, at);
  }

  @Override
  public LeaveRequestView view(List<Warning> warnings) {
    return new LeaveRequestView(
        id(),
        scheduleId(),
        requester(),
        startDate,
        endDate,
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
