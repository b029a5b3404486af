package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, locks and links incidents; within the caller's transaction. */
@Dependent
public class IncidentRows {
  private static final Pattern NUMBER = Pattern.compile("(?:INC-)?([0-9]{1,18})");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  /**
   * Returns the id of the incident that somebody means.
   *
   * @param ref its id, its number or its number as people say it
   * @throws Rejected when it is none of these
   * @throws NotFound when there is no such incident
   */
  public UUID idOf(String ref) {
    if (ID.matcher(ref).matches()) {
      return UUID.fromString(ref);
    }
    Matcher number = NUMBER.matcher(ref);
    if (!number.matches()) {
      throw new Rejected("/id", "invalid", "must be an id or a number such as INC-7");
    }
    return entityManager
        .createQuery("select i.id from Incident i where i.number = :number", UUID.class)
        .setParameter("number", Long.valueOf(number.group(1)))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("incident"));
  }

  public Incident require(String ref) {
    return require(idOf(ref));
  }

  Incident require(UUID id) {
    return Optional.ofNullable(entityManager.find(Incident.class, id))
        .orElseThrow(() -> new NotFound("incident"));
  }

  /** Locks the incident somebody means until the end of the transaction; waits for others. */
  public Incident lock(String ref) {
    return lock(idOf(ref));
  }

  Incident lock(UUID id) {
    Incident incident = entityManager.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (incident == null) {
      throw new NotFound("incident");
    }
    return incident;
  }

  /** Locks an incident unless somebody else has; empty then. */
  Optional<Incident> lockIfFree(UUID id) {
    List<?> free =
        entityManager
            .createNativeQuery(
                "SELECT 1 FROM incidents.incidents WHERE id = ?1 FOR UPDATE SKIP LOCKED")
            .setParameter(1, id)
            .getResultList();
    return free.isEmpty() ? Optional.empty() : Optional.of(lock(id));
  }

  /** Locks the newest open incident of a group that is not older than its window. */
  Optional<Incident> lockOpenOfGroup(String groupKey, Instant createdFrom) {
    List<?> ids =
        entityManager
            .createNativeQuery(
                "SELECT id FROM incidents.incidents WHERE group_key = ?1 AND created_at >= ?2"
                    + " AND status IN ('TRIGGERED', 'ACKNOWLEDGED')"
                    + " ORDER BY created_at DESC, number DESC LIMIT 1 FOR UPDATE")
            .setParameter(1, groupKey)
            .setParameter(2, InstantColumn.of(createdFrom))
            .getResultList();
    return ids.stream()
        .map(id -> lock(UUID.fromString(id.toString())))
        .filter(incident -> incident.status().isOpen())
        .findFirst();
  }

  /** Makes all others that use the same text wait until the end of this transaction. */
  void takeTurns(String purpose, String text) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))")
        .setParameter(1, purpose + "\n" + text)
        .getResultList();
  }

  /** Returns a number that no incident has had. */
  long nextNumber() {
    Object number =
        entityManager
            .createNativeQuery("SELECT nextval('incidents.incident_numbers')")
            .getSingleResult();
    return ((Number) number).longValue();
  }

  void add(Object row) {
    entityManager.persist(row);
    // at once: nothing tells the provider that later rows refer to this one
    entityManager.flush();
  }

  public void flush() {
    entityManager.flush();
  }

  /** Makes an alert part of an incident; it may have been before. */
  void link(Incident incident, Alert alert, String by, Instant at) {
    IncidentAlert.Key key = new IncidentAlert.Key(incident.id(), alert.id());
    if (entityManager.find(IncidentAlert.class, key) == null) {
      entityManager.persist(new IncidentAlert(incident.id(), alert.id(), at, by));
    }
    alert.belongTo(incident.id());
    entityManager.flush();
  }

  /** Tells whether any alert of an open incident still fires. */
  boolean hasFiringAlerts(UUID incidentId) {
    entityManager.flush();
    return !entityManager
        .createQuery(
            "select a.id from Alert a where a.incidentId = :incident" + " and a.status = :firing",
            UUID.class)
        .setParameter("firing", AlertStatus.FIRING)
        .setParameter("incident", incidentId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public long countOpen() {
    return entityManager
        .createQuery("select count(i) from Incident i where i.status in :open", Long.class)
        .setParameter("open", List.of(IncidentStatus.TRIGGERED, IncidentStatus.ACKNOWLEDGED))
        .getSingleResult();
  }
}
