package dev.tocsin.incidents.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.DueRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and locks escalations; the incident's row is always locked before. */
@Dependent
public class EscalationRows {

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  void add(Escalation escalation) {
    entityManager.persist(escalation);
    entityManager.flush();
  }

  void flush() {
    entityManager.flush();
  }

  Optional<Escalation> lock(UUID id) {
    return Optional.ofNullable(
        entityManager.find(Escalation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Returns the incident of an escalation without locking anything. */
  Optional<UUID> incidentOf(UUID id) {
    return entityManager
        .createQuery("select e.incidentId from Escalation e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Locks and returns the active run of an incident. */
  Optional<Escalation> lockActive(UUID incidentId) {
    return entityManager
        .createQuery(
            "select e.id from Escalation e where e.incidentId = :incident and e.dueAt is not null",
            UUID.class)
        .setParameter("incident", incidentId)
        .getResultStream()
        .findFirst()
        .flatMap(this::lock)
        .filter(Escalation::isActive);
  }

  /** Returns the latest run of an incident, whatever became of it. */
  Optional<Escalation> latest(UUID incidentId) {
    return entityManager
        .createQuery(
            "select e from Escalation e where e.incidentId = :incident order by e.id desc",
            Escalation.class)
        .setParameter("incident", incidentId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Returns the round that no earlier run of an incident has reached. */
  int nextRound(UUID incidentId) {
    Integer last =
        entityManager
            .createQuery(
                "select max(e.round) from Escalation e where e.incidentId = :incident",
                Integer.class)
            .setParameter("incident", incidentId)
            .getSingleResult();
    return last == null ? 0 : last + 1;
  }

  List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "select e.id, e.dueAt, e.failures from Escalation e where e.dueAt <= :now"
                + " order by e.dueAt",
            Object[].class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> new DueRow((UUID) row[0], (Instant) row[1], (Integer) row[2]))
        .toList();
  }

  /** Writes down that a step was paged; a second time the database refuses. */
  void notePage(UUID incidentId, int round, int tier, Collection<UUID> users, Instant at) {
    entityManager
        .createNativeQuery(
            "INSERT INTO incidents.escalation_pages"
                + " (incident_id, round, tier_index, paged_at, user_ids)"
                + " VALUES (?1, ?2, ?3, ?4, CAST(?5 AS jsonb))")
        .setParameter(1, incidentId)
        .setParameter(2, round)
        .setParameter(3, tier)
        .setParameter(4, InstantColumn.of(at))
        .setParameter(5, Json.write(users))
        .executeUpdate();
  }
}
