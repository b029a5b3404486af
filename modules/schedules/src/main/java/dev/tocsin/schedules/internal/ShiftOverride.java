package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.schedules.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An override as it is stored. It never changes; who wants another one makes a new one. */
@Entity
@Table(name = "overrides", schema = "schedules")
public class ShiftOverride {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "user_name")
  private String userName;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  private @Nullable String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "calendar_uid")
  private @Nullable String calendarUid;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ShiftOverride() {}

  /** Makes an override of a judged command; the person is the one it names, as found. */
  public ShiftOverride(
      UUID id, UUID scheduleId, CreateOverride command, Person person, Instant at) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.userName = person.name();
    this.userId = person.userId();
    this.startsAt = command.start();
    this.endsAt = command.end();
    this.reason = command.reason();
    this.createdAt = at;
  }

  /** Makes the override of an event that a calendar knows by this UID. */
  ShiftOverride(
      UUID id,
      UUID scheduleId,
      CreateOverride command,
      Person person,
      String calendarUid,
      Instant at) {
    this(id, scheduleId, command, person, at);
    this.calendarUid = calendarUid;
  }

  /** Tells whether this event has been imported as just this. */
  boolean isImported(String uid, CreateOverride command) {
    return uid.equals(calendarUid)
        && startsAt.equals(command.start())
        && endsAt.equals(command.end())
        && person().isSameAs(new Person(command.userName(), command.userId()))
        && Objects.equals(reason, command.reason());
  }

  Cover cover() {
    return new Cover(person(), startsAt, endsAt, reason);
  }

  Person person() {
    return new Person(userName, userId);
  }

  public OverrideView view(List<Warning> warnings) {
    return new OverrideView(
        id, scheduleId, userName, userId, startsAt, endsAt, reason, createdAt, warnings);
  }

  public UUID id() {
    return id;
  }

  public UUID scheduleId() {
    return scheduleId;
  }
}
