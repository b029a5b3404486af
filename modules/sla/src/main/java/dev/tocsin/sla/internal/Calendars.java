package dev.tocsin.sla.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.ticketing.TicketRouting;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the calendars. */
@Dependent
public class Calendars {

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  @Inject private TicketRouting ticketRouting;

  /** Returns every calendar by name. */
  public List<SlaCalendar> all() {
    return entityManager
        .createQuery("SELECT c FROM SlaCalendar c ORDER BY c.name, c.id", SlaCalendar.class)
        .getResultList();
  }

  /** Returns a calendar; empty when it is gone. */
  Optional<SlaCalendar> find(UUID id) {
    return Optional.ofNullable(entityManager.find(SlaCalendar.class, id));
  }

  /** Returns a calendar. */
  public SlaCalendar require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("SLA calendar"));
  }

  /** Returns what counts by a calendar; null is every hour of every day. */
  WorkingTime time(@Nullable UUID id) {
    return id == null ? WorkingTime.aroundTheClock() : require(id).time();
  }

  /** Adds a calendar. */
  public SlaCalendar add(CalendarDraft draft, Instant at) {
    SlaCalendar calendar = SlaCalendar.create(draft, at);
    entityManager.persist(calendar);
    entityManager.flush();
    return calendar;
  }

  /** Replaces a calendar. */
  public SlaCalendar replace(UUID id, CalendarDraft draft, @Nullable Long ifVersion, Instant at) {
    SlaCalendar calendar = require(id);
    calendar.expect(ifVersion);
    calendar.replace(draft, at);
    entityManager.flush();
    return calendar;
  }

  /**
   * Removes a calendar that no policy or rule of routing names and no clock, ended or not, counted
   * by.
   */
  public SlaCalendar remove(UUID id, @Nullable Long ifVersion) {
    SlaCalendar calendar = require(id);
    calendar.expect(ifVersion);
    if (isUsed(id) || ticketRouting.goesBy(id)) {
      throw new Conflict(
          "calendar_in_use",
          "A policy, the clock of a ticket or a rule of routing goes by this calendar.");
    }
    entityManager.remove(calendar);
    return calendar;
  }

  private boolean isUsed(UUID id) {
    return (boolean)
        entityManager
            .createNativeQuery(
                "SELECT EXISTS (SELECT 1 FROM sla.policy WHERE targets @> jsonb_build_array("
                    + "jsonb_build_object('calendar_id', CAST(?1 AS text))))"
                    + " OR EXISTS (SELECT 1 FROM sla.clock WHERE calendar_id = CAST(?1 AS uuid))")
            .setParameter(1, id.toString())
            .getSingleResult();
  }
}
