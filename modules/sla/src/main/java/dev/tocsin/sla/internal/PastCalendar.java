package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.worktime.WorkingTime;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hours that a calendar had until it was edited: clocks that had ended went by them. */
@Entity
@Table(name = "past_calendar", schema = "sla")
public class PastCalendar {

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Id
  private UUID id;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "calendar_id")
  private UUID calendarId;

  @Embedded private CalendarHours hours;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "replaced_at")
  private Instant replacedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PastCalendar() {}

  PastCalendar(UUID calendarId, CalendarHours hours, Instant replacedAt) {
    this.id = Ids.next();
    this.calendarId = calendarId;
    this.hours = hours.copy();
    this.replacedAt = replacedAt;
  }

  WorkingTime time() {
    return hours.time();
  }
}
