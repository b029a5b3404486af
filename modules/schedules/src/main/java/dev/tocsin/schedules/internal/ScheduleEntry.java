package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was entered for one person beside the layers of a schedule: an override or leave. It never
 * changes; who errs takes it back.
 */
@MappedSuperclass
public abstract class ScheduleEntry {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "user_name")
  private String userName;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  private @Nullable String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ScheduleEntry() {}

  /** Makes an entry for a person as found. */
  ScheduleEntry(UUID id, UUID scheduleId, Person person, @Nullable String reason, Instant at) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.userName = person.name();
    this.userId = person.userId();
    this.reason = reason;
    this.createdAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID scheduleId() {
    return scheduleId;
  }

  Person person() {
    return new Person(userName, userId);
  }

  @Nullable String reason() {
    return reason;
  }

  Instant createdAt() {
    return createdAt;
  }
}
