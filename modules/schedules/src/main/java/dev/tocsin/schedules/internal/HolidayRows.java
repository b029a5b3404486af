package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.ical.HolidayCalendar;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and keeps what feeds said of holidays. */
@Dependent
public class HolidayRows {
  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  /** Makes all feeds due. */
  void refetch(Instant now) {
    entityManager
        .createQuery("update HolidayFeed f set f.dueAt = :now, f.failures = 0")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Leases one feed that is due and that nobody else is at, and returns its country. */
  Optional<String> lease(Instant now) {
    List<?> due =
        entityManager
            .createNativeQuery(
                "SELECT country FROM schedules.holiday_feeds WHERE due_at <= ?1"
                    + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .setParameter(1, InstantColumn.of(now))
            .getResultList();
    Optional<HolidayFeed> feed = due.stream().findFirst().flatMap(id -> find(String.valueOf(id)));
    feed.ifPresent(found -> found.lease(now));
    return feed.map(HolidayFeed::country);
  }

  /** Finds a country's feed; empty when no schedule wants it any more. */
  Optional<HolidayFeed> find(String country) {
    return Optional.ofNullable(entityManager.find(HolidayFeed.class, country));
  }

  /** Puts these holidays in the place of all that a country had. */
  void replace(String country, Collection<HolidayCalendar.Day> days) {
    entityManager
        .createQuery("delete from StoredHoliday h where h.country = :country")
        .setParameter("country", country)
        .executeUpdate();
    for (HolidayCalendar.Day day : days) {
      entityManager.persist(new StoredHoliday(Ids.next(), country, day.date(), day.name()));
    }
    entityManager.flush();
  }

  /** Returns what a country's feed said of some days, by day and name. */
  List<StoredHoliday> stored(String country, LocalDate from, LocalDate to) {
    return entityManager
        .createQuery(
            "select h from StoredHoliday h where h.country = :country and h.day >= :from"
                + " and h.day < :to order by h.day, h.name",
            StoredHoliday.class)
        .setParameter("country", country)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  /** Returns the feeds of some countries, by country. */
  public List<HolidayFeed> feeds(Collection<String> countries) {
    return countries.stream().sorted().flatMap(country -> find(country).stream()).toList();
  }
}
