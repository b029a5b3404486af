package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells in which schedules a person is still counted on. */
@Dependent
public class ScheduleMentions implements UserMentions {

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  @Inject private Clock clock;

  @Override
  public List<Warning> mentionsOf(UUID userId) {
    return Stream.concat(
            names(
                    "SELECT DISTINCT s.name FROM schedules.schedules s"
                        + " JOIN schedules.layers l ON l.schedule_id = s.id"
                        + " WHERE l.participants @> CAST(?1 AS jsonb) ORDER BY 1",
                    Json.write(List.of(new Person(null, userId))))
                .map(name -> new Warning("in_schedule", "Still takes turns in schedule " + name)),
            overrides(userId))
        .toList();
  }

  private Stream<Warning> overrides(UUID userId) {
    return entityManager
        .createQuery(
            "select distinct s.name from Schedule s, ShiftOverride o where o.scheduleId = s.id"
                + " and o.userId = :user and o.endsAt > :now order by s.name",
            String.class)
        .setParameter("user", userId)
        .setParameter("now", Times.now(clock))
        .getResultStream()
        .map(name -> new Warning("in_override", "Still stands in, in schedule " + name));
  }

  private Stream<String> names(String sql, String parameter) {
    List<?> found = entityManager.createNativeQuery(sql).setParameter(1, parameter).getResultList();
    return found.stream().map(String::valueOf);
  }
}
