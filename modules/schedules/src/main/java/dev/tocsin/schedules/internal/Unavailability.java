package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.UnavailabilityView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days of leave as they are stored. They never change; who errs takes them back. */
@Entity
@Table(name = "unavailabilities", schema = "schedules")
public class Unavailability {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "user_name")
  private String userName;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  @Column(name = "start_date")
  private LocalDate startDate;

  @Column(name = "end_date")
  private LocalDate endDate;

  private @Nullable String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Unavailability() {}

  /** Makes leave of a judged command; the person is the one it names, as found. */
  public Unavailability(
      UUID id, UUID scheduleId, CreateUnavailability command, Person person, Instant at) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.userName = person.name();
    this.userId = person.userId();
    this.startDate = command.startDate();
    this.endDate = command.endDate();
    this.reason = command.reason();
    this.createdAt = at;
  }

  Leave leave() {
    return new Leave(new Person(userName, userId), startDate, endDate);
  }

  public UnavailabilityView view(List<Warning> warnings) {
    return new UnavailabilityView(
        id, scheduleId, userName, userId, startDate, endDate, reason, createdAt, warnings);
  }

  public UUID id() {
    return id;
  }

  public UUID scheduleId() {
    return scheduleId;
  }
}
