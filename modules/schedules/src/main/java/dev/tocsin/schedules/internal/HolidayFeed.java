package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.HolidayFeedView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A country whose holidays some schedule wants: it is there as long as one does.
 *
 * <p>Whoever reads its feed first moves the due time ahead, so that nobody else does meanwhile, and
 * then records what came of it.
 */
@Entity
@Table(name = "holiday_feeds", schema = "schedules")
public class HolidayFeed {
  /** Longer than reading a feed can take. */
  static final Duration LEASE = Duration.ofMinutes(5);

  static final Duration REFRESH = Duration.ofHours(24);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
  private static final int LONGEST_ERROR = 500;

  @Id private String country;

  @Column(name = "due_at")
  private Instant dueAt;

  private int failures;

  private @Nullable String error;

  @Column(name = "fetched_at")
  private @Nullable Instant fetchedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected HolidayFeed() {}

  /** Keep others from reading it until the lease is over. */
  void lease(Instant now) {
    dueAt = now.plus(LEASE);
  }

  /** Record that it was read. */
  void succeeded(Instant now) {
    fetchedAt = now;
    rest(now);
  }

  /** Record that there is nothing to read, or that it was read: all is well until tomorrow. */
  void rest(Instant now) {
    failures = 0;
    error = null;
    dueAt = now.plus(REFRESH);
  }

  /** Record why it could not be read; the wait doubles from a quarter of an hour to a day. */
  void failed(Instant now, String why) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
    failures++;
    error = why.substring(0, Math.min(why.length(), LONGEST_ERROR));
    dueAt = now.plus(wait.compareTo(REFRESH) < 0 ? wait : REFRESH);
  }

  String country() {
    return country;
  }

  /** Returns how it goes with it. */
  public HolidayFeedView view(Predicate<String> hasAddress) {
    return new HolidayFeedView(
        country, hasAddress.test(country), fetchedAt, failures, error, dueAt);
  }
}
