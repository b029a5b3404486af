package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.CalendarView;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which hours of which days count; made good and only ever replaced by something good. */
@Entity
@Table(name = "calendar", schema = "sla")
public class SlaCalendar {

  @Id private UUID id;
  private String name;

  @Embedded private CalendarHours hours;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SlaCalendar() {}

  static SlaCalendar create(CalendarDraft draft, Instant at) {
    SlaCalendar calendar = new SlaCalendar();
    calendar.id = Ids.next();
    calendar.createdAt = at;
    calendar.replace(draft, at);
    return calendar;
  }

  /**
   * Replaces everything.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  void replace(CalendarDraft draft, Instant at) {
    hours = CalendarHours.of(draft);
    name = draft.name();
    updatedAt = at;
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  void expect(@Nullable Long known) {
    Stale.check(version, known);
  }

  /** Returns what counts. */
  WorkingTime time() {
    return hours.time();
  }

  CalendarHours hours() {
    return hours;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  UUID id() {
    return id;
  }

  /** Returns the calendar as readers see it. */
  public CalendarView view() {
    return new CalendarView(
        id,
        name,
        hours.timeZone(),
        hours.weekly(),
        hours.holidays(),
        createdAt,
        updatedAt,
        version,
        null);
  }
}
