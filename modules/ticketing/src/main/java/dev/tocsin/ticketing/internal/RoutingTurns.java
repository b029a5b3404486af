package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps whose turn it was in each team, and counts what people have to do. */
@Dependent
public class RoutingTurns {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Holds a team's turn until the transaction ends, and returns whose it was; null is nobody's. */
  @Nullable UUID claim(UUID teamId) {
    return id(
        entityManager
            .createNativeQuery(
                "INSERT INTO ticketing.routing_turn AS t (team_id) VALUES (?1)"
                    + " ON CONFLICT (team_id) DO UPDATE SET last_user_id = t.last_user_id"
                    + " RETURNING CAST(last_user_id AS text)")
            .setParameter(1, teamId)
            .getResultList());
  }

  /** Returns whose turn it was, without holding it. */
  @Nullable UUID last(UUID teamId) {
    return id(
        entityManager
            .createNativeQuery(
                "SELECT CAST(last_user_id AS text) FROM ticketing.routing_turn WHERE team_id = ?1")
            .setParameter(1, teamId)
            .getResultList());
  }

  /** Notes whose turn it was. */
  void give(UUID teamId, UUID userId) {
    entityManager
        .createNativeQuery("UPDATE ticketing.routing_turn SET last_user_id = ?1 WHERE team_id = ?2")
        .setParameter(1, userId)
        .setParameter(2, teamId)
        .executeUpdate();
  }

  /** Returns how many unfinished tickets people have; who has none is absent. */
  Map<UUID, Long> unfinishedOf(Collection<UUID> people) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT CAST(assignee_id AS text), count(*) FROM ticketing.ticket"
                    + " WHERE assignee_id = ANY (CAST(string_to_array(?1, ',') AS uuid[]))"
                    + " AND assignee_id IS NOT NULL AND status NOT IN ('resolved', 'closed')"
                    + " GROUP BY assignee_id")
            .setParameter(1, people.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    Map<UUID, Long> load = new HashMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      load.put(UUID.fromString(columns[0].toString()), ((Number) columns[1]).longValue());
    }
    return load;
  }

  private static @Nullable UUID id(List<?> rows) {
    return rows.isEmpty() || rows.get(0) == null ? null : UUID.fromString(rows.get(0).toString());
  }
}
