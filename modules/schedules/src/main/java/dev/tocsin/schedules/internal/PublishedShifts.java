package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Unit;
import dev.tocsin.schedules.CalendarFeeds;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shifts that feeds show, each with the count of what was said of it before. */
@Dependent
public class PublishedShifts {
  /** Longer than any feed looks back. */
  private static final Duration KEPT = FinalShifts.REACH;

  /** Two nodes that publish at once wait for each other here; the second finds nothing new. */
  private static final String PUBLISH =
      "INSERT INTO schedules.published_shifts AS known"
          + " (uid, schedule_id, ends_at, content, sequence, changed_at)"
          + " SELECT uid, CAST(?1 AS uuid), ends_at, content, 0, ?2"
          + " FROM jsonb_to_recordset(CAST(?3 AS jsonb))"
          + " AS told(uid text, ends_at timestamptz, content text) ORDER BY uid"
          + " ON CONFLICT (uid) DO UPDATE SET ends_at = excluded.ends_at,"
          + " content = excluded.content, sequence = known.sequence + 1,"
          + " changed_at = excluded.changed_at WHERE known.content <> excluded.content";

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  @Inject private PlanRows plans;
  @Inject private People people;

  /** Return the shifts of a schedule that a feed shows now, in order. */
  public List<FeedEntry> of(Schedule schedule, Instant now) {
    return published(schedule, shifts(schedule, now), now);
  }

  /** Return those of them that one user works. */
  public List<FeedEntry> of(Schedule schedule, UUID userId, Instant now) {
    Map<List<Person>, List<Person>> known = new HashMap<>();
    List<FinalShift> theirs =
        shifts(schedule, now).stream()
            .filter(
                shift ->
                    known.computeIfAbsent(shift.people(), people::known).stream()
                        .anyMatch(person -> userId.equals(person.userId())))
            .toList();
    return theirs.isEmpty() ? List.of() : published(schedule, theirs, now);
  }

  private List<FinalShift> shifts(Schedule schedule, Instant now) {
    Instant from = now.minus(CalendarFeeds.PAST_DAYS, ChronoUnit.DAYS);
    Instant to = now.plus(CalendarFeeds.DAYS_AHEAD, ChronoUnit.DAYS);
    SchedulePlan plan = plans.plan(schedule, from.minus(FinalShifts.REACH));
    return new FinalShifts(plan).touching(from, to);
  }

  private List<FeedEntry> published(Schedule schedule, List<FinalShift> shifts, Instant now) {
    publish(schedule, shifts, now.truncatedTo(ChronoUnit.SECONDS));
    Map<String, PublishedShift> told = known(schedule, shifts);
    return shifts.stream()
        .map(shift -> entry(schedule, shift, Objects.requireNonNull(told.get(shift.uid()))))
        .toList();
  }

  private static FeedEntry entry(Schedule schedule, FinalShift shift, PublishedShift told) {
    return FeedEntry.of(schedule, shift, told.sequence(), told.changedAt());
  }

  private static boolean isNew(FeedEntry entry, @Nullable PublishedShift before) {
    return before == null || !before.says(entry.content());
  }

  private static Map<String, Object> row(FeedEntry entry) {
    return Map.of("uid", entry.uid(), "ends_at", entry.end(), "content", entry.content());
  }

  /** Write down what is to be said of shifts where it was not said before. */
  private void publish(Schedule schedule, List<FinalShift> shifts, Instant at) {
    Map<String, PublishedShift> known = known(schedule, shifts);
    List<Map<String, Object>> news =
        shifts.stream()
            .map(shift -> FeedEntry.of(schedule, shift, 0, at))
            .filter(entry -> isNew(entry, known.get(entry.uid())))
            .map(PublishedShifts::row)
            .toList();
    if (news.isEmpty()) {
      return;
    }
    entityManager
        .createNativeQuery(PUBLISH)
        .setParameter(1, schedule.id().toString())
        .setParameter(2, InstantColumn.of(at))
        .setParameter(3, Json.write(news))
        .executeUpdate();
    entityManager
        .createQuery(
            "delete from PublishedShift s where s.scheduleId = :schedule and s.endsAt < :t")
        .setParameter("schedule", schedule.id())
        .setParameter("t", at.minus(KEPT))
        .executeUpdate();
    entityManager.clear(); // what was read before would hide what the statement wrote
  }

  private Map<String, PublishedShift> known(Schedule schedule, List<FinalShift> shifts) {
    if (shifts.isEmpty()) {
      return Map.of();
    }
    return entityManager
        .createQuery(
            "select s from PublishedShift s where s.scheduleId = :schedule and s.endsAt >= :first",
            PublishedShift.class)
        .setParameter("schedule", schedule.id())
        .setParameter("first", shifts.get(0).end().minus(KEPT))
        .getResultStream()
        .collect(Collectors.toMap(PublishedShift::uid, Function.identity()));
  }
}
