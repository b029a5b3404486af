package dev.tocsin.incidents.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.AlertSummary;
import dev.tocsin.incidents.AlertView;
import dev.tocsin.incidents.IncidentQuery;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.incidents.IncidentSummary;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows incidents and alerts to the outside, with the names and figures that belong to them. */
@Dependent
public class IncidentViews {

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  @Inject private Users users;

  /** Returns incidents, the newest first. */
  public Page<IncidentSummary> page(IncidentQuery query, PageRequest request) {
    Conditions where = new Conditions();
    where.ifGiven(query.status(), "i.status = :status", "status");
    where.ifGiven(query.severity(), "i.severity = :severity", "severity");
    where.ifGiven(query.createdAfter(), "i.createdAt >= :after", "after");
    where.ifGiven(query.createdBefore(), "i.createdAt < :before", "before");
    where.ifGiven(query.open() == null ? null : states(query.open()), "i.status in :open", "open");
    where.ifGiven(
        Conditions.pattern(query.q()),
        "(lower(i.title) like :q escape '!' or lower(i.summary) like :q escape '!'"
            + " or lower(concat('INC-', i.number)) like :q escape '!')",
        "q");
    where.ifGiven(
        request.position().map(at -> at.number(0)).orElse(null), "i.number < :last", "last");
    List<Incident> found =
        where
            .query(
                entityManager,
                "select i from Incident i",
                " order by i.number desc",
                Incident.class)
            .setMaxResults(request.fetch())
            .getResultList();
    Page<Incident> page = Page.of(found, request, incident -> Cursor.of(incident.number()));
    return new Page<>(summaries(page.data()), page.nextCursor());
  }

  /** Returns triggered incidents for which nobody was ever paged, the newest first. */
  public List<IncidentSummary> unpaged(int limit) {
    return summaries(
        entityManager
            .createQuery(
                "select i from Incident i where i.status = :triggered and not exists (select e.id"
                    + " from Escalation e where e.incidentId = i.id and e.paged = true)"
                    + " order by i.number desc",
                Incident.class)
            .setParameter("triggered", IncidentStatus.TRIGGERED)
            .setMaxResults(limit)
            .getResultList());
  }

  private static Set<IncidentStatus> states(boolean open) {
    return Stream.of(IncidentStatus.values())
        .filter(status -> status.isOpen() == open)
        .collect(Collectors.toSet());
  }

  private List<IncidentSummary> summaries(List<Incident> incidents) {
    Map<UUID, Long> counts = alertCounts(incidents.stream().map(Incident::id).toList());
    Map<UUID, UserView> commanders =
        users.byIds(
            incidents.stream().map(Incident::commanderId).filter(Objects::nonNull).toList());
    return incidents.stream().map(i -> summary(i, counts, commanders)).toList();
  }

  private static IncidentSummary summary(
      Incident incident, Map<UUID, Long> counts, Map<UUID, UserView> commanders) {
    UserView commander =
        incident.commanderId() == null ? null : commanders.get(incident.commanderId());
    return new IncidentSummary(
        incident.id(),
        incident.label(),
        incident.number(),
        incident.title(),
        incident.slug(),
        incident.status(),
        incident.severity(),
        incident.commanderId(),
        commander == null ? null : commander.name(),
        counts.getOrDefault(incident.id(), 0L).intValue(),
        incident.triggeredAt(),
        incident.acknowledgedAt(),
        incident.resolvedAt(),
        incident.createdAt(),
        incident.version());
  }

  public IncidentView view(Incident incident) {
    UUID commander = incident.commanderId();
    return new IncidentView(
        incident.id(),
        incident.label(),
        incident.number(),
        incident.title(),
        incident.slug(),
        incident.status(),
        List.copyOf(incident.status().next()),
        incident.severity(),
        incident.description(),
        incident.summary(),
        incident.groupKey(),
        incident.labels(),
        Code.of(incident.createdByType()),
        incident.createdById(),
        incident.createdByName(),
        commander,
        commander == null ? null : users.find(commander).map(UserView::name).orElse(null),
        incident.triggeredAt(),
        incident.acknowledgedAt(),
        incident.resolvedAt(),
        incident.createdAt(),
        alertCounts(List.of(incident.id())).getOrDefault(incident.id(), 0L).intValue(),
        incident.version());
  }

  public AlertView view(Alert alert) {
    return alert.view(numberOf(alert));
  }

  public List<AlertSummary> alerts(List<Alert> alerts) {
    Map<UUID, String> numbers =
        numbers(alerts.stream().map(Alert::incidentId).filter(Objects::nonNull).toList());
    return alerts.stream()
        .map(
            alert ->
                alert.summary(
                    Optional.ofNullable(alert.incidentId()).map(numbers::get).orElse(null)))
        .toList();
  }

  private @Nullable String numberOf(Alert alert) {
    UUID incident = alert.incidentId();
    return incident == null ? null : numbers(List.of(incident)).get(incident);
  }

  private Map<UUID, String> numbers(Collection<UUID> incidents) {
    if (incidents.isEmpty()) {
      return Map.of();
    }
    return entityManager
        .createQuery("select i.id, i.number from Incident i where i.id in :ids", Object[].class)
        .setParameter("ids", Set.copyOf(incidents))
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> "INC-" + row[1]));
  }

  private Map<UUID, Long> alertCounts(Collection<UUID> incidents) {
    if (incidents.isEmpty()) {
      return Map.of();
    }
    return entityManager
        .createQuery(
            "select l.incidentId, count(l.alertId) from IncidentAlert l"
                + " where l.incidentId in :ids group by l.incidentId",
            Object[].class)
        .setParameter("ids", incidents)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }
}
