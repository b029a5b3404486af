package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.UnavailabilityView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Days of leave as they are stored. */
@Entity
@Table(name = "unavailabilities", schema = "schedules")
public class Unavailability extends ScheduleEntry {

  @Column(name = "start_date")
  private LocalDate startDate;

  @Column(name = "end_date")
  private LocalDate endDate;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Unavailability() {}

  /** Makes leave of a judged command; the person is the one it names, as found. */
  public Unavailability(
      UUID id, UUID scheduleId, CreateUnavailability command, Person person, Instant at) {
    super(id, scheduleId, person, command.reason(), at);
    this.startDate = command.startDate();
    this.endDate = command.endDate();
  }

  Leave leave() {
    return new Leave(person(), startDate, endDate);
  }

  public UnavailabilityView view(List<Warning> warnings) {
    Person person = person();
    return new UnavailabilityView(
        id(),
        scheduleId(),
        person.name(),
        person.userId(),
        startDate,
        endDate,
        reason(),
        createdAt(),
        warnings);
  }
}
