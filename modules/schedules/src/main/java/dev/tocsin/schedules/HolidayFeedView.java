package dev.tocsin.schedules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with the holidays of a country.
 *
 * @param hasFeed whether the setting {@code holidays.feeds} names an address for it
 * @param fetchedAt when its feed was last read; null when it never was
 * @param failures how often in a row it could not be read
 * @param error why not, the last time; null when it was read
 * @param nextAt when it is read again
 */
public record HolidayFeedView(
    String country,
    boolean hasFeed,
    @Nullable Instant fetchedAt,
    int failures,
    @Nullable String error,
    Instant nextAt) {}
