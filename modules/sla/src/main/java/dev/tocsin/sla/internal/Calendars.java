package dev.tocsin.sla.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.memory.Memory;
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

  @Inject private Memory memory;
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

  /** Returns whether a calendar is there, and keeps it there until this transaction ends. */
  boolean hold(UUID id) {
    return isLocked(id, "FOR KEY SHARE");
  }

  private boolean isLocked(UUID id, String how) {
    return !entityManager
        .createNativeQuery("SELECT 1 FROM sla.calendar WHERE id = CAST(?1 AS uuid) " + how)
        .setParameter(1, id.toString())
        .getResultList()
        .isEmpty();
  }

  /** Returns what counts by a calendar; null is every hour of every day. */
  WorkingTime time(@Nullable UUID id) {
    return id == null
        ? WorkingTime.aroundTheClock()
        : remembered().stream()
            .filter(calendar -> calendar.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("SLA calendar"))
            .time();
  }

  /** Returns every calendar as this node remembers them: shared, not to be changed. */
  private List<SlaCalendar> remembered() {
    return memory.all(SlaCalendar.class, this::all);
  }

  /** Returns what counts by a clock's calendar; after its end, what counted then. */
  WorkingTime timeOf(SlaClock clock) {
    Instant end = clock.endedAt();
    UUID id = clock.calendarId();
    if (id == null || end == null || !require(id).updatedAt().isAfter(end)) {
      return time(id);
    }
    return entityManager
        .createQuery(
            "SELECT p FROM PastCalendar p WHERE p.calendarId = :id AND p.replacedAt > :end"
                + " ORDER BY p.replacedAt",
            PastCalendar.class)
        .setParameter("id", id)
        .setParameter("end", end)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(PastCalendar::time)
        .orElseGet(() -> time(id));
  }

  /** Adds a calendar. */
  public SlaCalendar add(CalendarDraft draft, Instant at) {
    SlaCalendar calendar = SlaCalendar.create(draft, at);
    entityManager.persist(calendar);
    entityManager.flush();
    return calendar;
  }

  /** Replaces a calendar; the hours it had are kept for the clocks that ended by them. */
  public SlaCalendar replace(UUID id, CalendarDraft draft, @Nullable Long ifVersion, Instant at) {
    SlaCalendar calendar = require(id);
    calendar.expect(ifVersion);
    CalendarHours before = calendar.hours();
    calendar.replace(draft, at);
    if (!calendar.time().equals(before.time())) {
      entityManager.persist(new PastCalendar(id, before, at));
    }
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
    // a policy that is saved at this moment holds the calendar it names: it is waited for
    if (!isLocked(id, "FOR UPDATE") || isUsed(id) || ticketRouting.goesBy(id)) {
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
