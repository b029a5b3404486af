package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Keeps the list of countries whose holidays somebody wants. */
@Dependent
public class HolidayCountries {
  private static final String WANTED =
      "SELECT jsonb_array_elements_text(holiday_countries) FROM schedules.schedules";

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  /**
   * Begins with the countries that a schedule names now, and forgets those that none names any more
   * with all that was known of them.
   */
  public void follow(Instant now) {
    entityManager
        .createNativeQuery(
            "DELETE FROM schedules.holiday_feeds WHERE country NOT IN (" + WANTED + ")")
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "INSERT INTO schedules.holiday_feeds (country, due_at, failures)"
                + " SELECT DISTINCT country, CAST(?1 AS timestamptz), 0 FROM ("
                + WANTED
                + ") AS wanted (country) ON CONFLICT DO NOTHING")
        .setParameter(1, InstantColumn.of(now))
        .executeUpdate();
  }
}
