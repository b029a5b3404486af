package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.OverrideView;
import dev.tocsin.schedules.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An override as it is stored; who wants another one makes a new one. */
@Entity
@Table(name = "overrides", schema = "schedules")
public class ShiftOverride extends ScheduleEntry {

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "calendar_uid")
  private @Nullable String calendarUid;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ShiftOverride() {}

  /** Makes an override of a judged command; the person is the one it names, as found. */
  public ShiftOverride(
      UUID id, UUID scheduleId, CreateOverride command, Person person, Instant at) {
    super(id, scheduleId, person, command.reason(), at);
    this.startsAt = command.start();
    this.endsAt = command.end();
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
        && Objects.equals(reason(), command.reason());
  }

  Cover cover() {
    return new Cover(person(), startsAt, endsAt, reason());
  }

  public OverrideView view(List<Warning> warnings) {
    Person person = person();
    return new OverrideView(
        id(),
        scheduleId(),
        person.name(),
        person.userId(),
        startsAt,
        endsAt,
        reason(),
        createdAt(),
        warnings);
  }
}
