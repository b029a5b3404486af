package dev.tocsin.schedules;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.FeedToken;
import dev.tocsin.schedules.internal.FeedTokenRows;
import dev.tocsin.schedules.internal.FeedWriter;
import dev.tocsin.schedules.internal.PublishedShifts;
import dev.tocsin.schedules.internal.Schedule;
import dev.tocsin.schedules.internal.ScheduleRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the final schedule as calendars that others subscribe to.
 *
 * <p>A feed shows the shifts of {@link #PAST_DAYS} days back and {@link #DAYS_AHEAD} days ahead. A
 * shift keeps its UID from one reading to the next; its SEQUENCE grows each time that a feed is
 * read and says something else of it than before.
 */
@Stateless
public class CalendarFeeds {

  /** How many days back a feed reaches. */
  public static final int PAST_DAYS = 31;

  /** How many days ahead a feed reaches. */
  public static final int DAYS_AHEAD = 184;

  @Inject private FeedTokenRows tokens;
  @Inject private ScheduleRows schedules;
  @Inject private PublishedShifts shifts;
  @Inject private Users users;
  @Inject private Clock clock;

  /**
   * Returns a schedule's shifts, whoever works them.
   *
   * @throws NotFound whether there is no such schedule or the token does not open its feed: the two
   *     are told apart nowhere
   */
  public CalendarFeed ofSchedule(@Nullable UUID scheduleId, @Nullable String secret) {
    admit(secret, token -> token.opensSchedule(scheduleId));
    Schedule schedule = known(scheduleId).flatMap(schedules::find).orElseThrow(() -> missing());
    FeedWriter feed = new FeedWriter(schedule.name(), schedule.timeZone());
    shifts.of(schedule, Times.now(clock)).forEach(feed::addNamingPeople);
    return feed.finish();
  }

  /**
   * Returns the shifts that one person works, in whatever schedule.
   *
   * @throws NotFound whether there is no such active user or the token does not open their feed
   */
  public CalendarFeed ofUser(@Nullable UUID userId, @Nullable String secret) {
    admit(secret, token -> token.opensUser(userId));
    UserView user =
        known(userId).flatMap(users::find).filter(UserView::active).orElseThrow(() -> missing());
    FeedWriter feed = new FeedWriter(user.name(), null);
    Instant now = Times.now(clock);
    for (Schedule schedule : schedules.all()) {
      shifts.of(schedule, user.id(), now).forEach(feed::addNamingSchedule);
    }
    return feed.finish();
  }

  private void admit(@Nullable String secret, Predicate<FeedToken> opens) {
    FeedToken token =
        known(secret)
            .flatMap(tokens::bySecret)
            .filter(opens)
            .filter(found -> users.find(found.ownerId()).filter(this::mayRead).isPresent())
            .orElseThrow(() -> missing());
    tokens.used(token, Times.now(clock));
  }

  private boolean mayRead(UserView owner) {
    return owner.active()
        && switch (owner.role()) {
          case ADMIN, AGENT, VIEWER -> true;
          case CUSTOMER, INGEST -> false;
        };
  }

  private static <T> Optional<T> known(@Nullable T value) {
    return Optional.ofNullable(value);
  }

  private static NotFound missing() {
    return new NotFound("calendar");
  }
}
