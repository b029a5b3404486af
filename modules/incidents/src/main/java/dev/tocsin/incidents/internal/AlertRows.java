package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.AlertQuery;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.work.DueRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds alerts, their payloads and the rules that group them; in the caller's transaction. */
@Dependent
public class AlertRows {

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  @Inject private IncidentRows incidents;

  void add(Object row) {
    entityManager.persist(row);
    entityManager.flush();
  }

  public Alert require(UUID id) {
    return Optional.ofNullable(entityManager.find(Alert.class, id))
        .orElseThrow(() -> new NotFound("alert"));
  }

  /** Waits for everybody else who changes this alert, and returns it as they left it. */
  public Alert lock(UUID id) {
    Alert alert = require(id);
    incidents.takeTurns("alert", alert.source() + "\n" + alert.externalId());
    entityManager.refresh(alert);
    return alert;
  }

  /** Waits for everybody else who tells of this alert, also for the first time; then finds it. */
  Optional<Alert> lock(String source, String externalId) {
    incidents.takeTurns("alert", source + "\n" + externalId);
    return entityManager
        .createQuery(
            "select a from Alert a where a.source = :source and a.externalId = :externalId",
            Alert.class)
        .setParameter("source", source)
        .setParameter("externalId", externalId)
        .getResultStream()
        .findFirst();
  }

  List<GroupingRule> groupingRules() {
    return entityManager
        .createQuery(
            "select r from GroupingRule r where r.enabled = true order by r.priority",
            GroupingRule.class)
        .getResultList();
  }

  /** Locks a payload that is due, unless another node has it. */
  Optional<AlertPayload> lockDuePayload(UUID id, Instant now) {
    List<?> free =
        entityManager
            .createNativeQuery(
                "SELECT 1 FROM incidents.alert_payloads WHERE id = ?1 AND due_at <= ?2"
                    + " FOR UPDATE SKIP LOCKED")
            .setParameter(1, id)
            .setParameter(2, InstantColumn.of(now))
            .getResultList();
    return free.isEmpty() ? Optional.empty() : payload(id);
  }

  Optional<AlertPayload> payload(UUID id) {
    return Optional.ofNullable(entityManager.find(AlertPayload.class, id));
  }

  List<DueRow> duePayloads(Instant now, int limit) {
    return entityManager
        .createQuery(
            "select p.id, p.dueAt, p.failures from AlertPayload p where p.dueAt <= :now"
                + " order by p.dueAt",
            Object[].class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> new DueRow((UUID) row[0], (Instant) row[1], (Integer) row[2]))
        .toList();
  }

  /** Returns alerts, the newest first. */
  public Page<Alert> page(AlertQuery query, PageRequest request) {
    Conditions where = new Conditions();
    where.ifGiven(query.source(), "a.source = :source", "source");
    where.ifGiven(query.status(), "a.status = :status", "status");
    where.ifGiven(query.severity(), "a.severity = :severity", "severity");
    where.ifGiven(
        query.incidentId() == null ? null : incidents.idOf(query.incidentId()),
        "exists (select l from IncidentAlert l where l.alertId = a.id and l.incidentId = :incident)",
        "incident");
    where.ifGiven(
        Conditions.pattern(query.q()),
        "(lower(a.title) like :q escape '!' or lower(a.externalId) like :q escape '!'"
            + " or lower(a.description) like :q escape '!')",
        "q");
    where.ifGiven(request.position().map(at -> at.id(0)).orElse(null), "a.id < :after", "after");
    List<Alert> found =
        where
            .query(entityManager, "select a from Alert a", " order by a.id desc", Alert.class)
            .setMaxResults(request.fetch())
            .getResultList();
    return Page.of(found, request, alert -> Cursor.of(alert.id()));
  }

  /** Returns the alerts that are or were part of an incident, the latest link first. */
  public List<Alert> ofIncident(UUID incidentId, int limit) {
    return entityManager
        .createQuery(
            "select a from Alert a, IncidentAlert l where l.incidentId = :incident"
                + " and a.id = l.alertId order by l.linkedAt desc, a.id desc",
            Alert.class)
        .setParameter("incident", incidentId)
        .setMaxResults(limit)
        .getResultList();
  }
}
