package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.DutyRoster;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells who is on leave: on leave in one schedule is away from all work. */
@Dependent
public class LeaveRoster implements DutyRoster {

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  @Override
  public Set<UUID> away(Set<UUID> userIds, Instant at) {
    if (userIds.isEmpty()) {
      return Set.of();
    }
    // a day is a day in its schedule's zone, never further from UTC's than the next one
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    List<Object[]> near =
        entityManager
            .createQuery(
                "select u, s from Unavailability u, Schedule s where s.id = u.scheduleId"
                    + " and u.userId in :users and u.startDate <= :last and u.endDate >= :first",
                Object[].class)
            .setParameter("users", userIds)
            .setParameter("first", day.minusDays(1))
            .setParameter("last", day.plusDays(1))
            .getResultList();
    return near.stream()
        .filter(row -> contains(((Unavailability) row[0]).leave(), ((Schedule) row[1]).zone(), at))
        .map(row -> ((Unavailability) row[0]).leave().person().userId())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean contains(Leave leave, ZoneId zone, Instant at) {
    return !leave.start(zone).isAfter(at) && leave.end(zone).isAfter(at);
  }
}
