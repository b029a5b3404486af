package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.Holiday;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which hours of which days count; made good and only ever replaced by something good. */
@Entity
@Table(name = "calendar", schema = "sla")
public class SlaCalendar {

  @Id private UUID id;
  private String name;

  @Column(name = "time_zone")
  private String timeZone;

  @Convert(converter = Columns.OfWeek.class)
  private @Nullable Map<String, List<List<String>>> weekly;

  @Convert(converter = Columns.OfHolidays.class)
  private List<Holiday> holidays;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @Transient private @Nullable WorkingTime time;

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
    time = CalendarRules.time(draft);
    name = draft.name();
    timeZone = draft.timeZone();
    weekly = WeekText.ordered(draft.weekly());
    holidays =
        draft.holidays() == null
            ? List.of()
            : draft.holidays().stream().sorted(Comparator.comparing(Holiday::date)).toList();
    updatedAt = at;
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  void expect(@Nullable Long known) {
    if (known != null && known != version) {
      throw new Stale();
    }
  }

  /** Returns what counts. */
  WorkingTime time() {
    WorkingTime known = time;
    if (known == null) {
      known = CalendarRules.time(new CalendarDraft(name, timeZone, weekly, holidays));
      time = known;
    }
    return known;
  }

  UUID id() {
    return id;
  }

  /** Returns the calendar as readers see it. */
  public CalendarView view() {
    return new CalendarView(
        id,
        name,
        timeZone,
        WeekText.ordered(weekly),
        holidays,
        createdAt,
        updatedAt,
        version,
        null);
  }
}
