package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one alert means: nothing new, a new incident, one more for an open incident, or the
 * end of one.
 *
 * <p>One alert is one transaction. Locks are always taken in the same order: the alert, its group,
 * its incident.
 */
@Dependent
public class AlertJudge {

  @Inject private AlertRows rows;
  @Inject private IncidentRows incidents;
  @Inject private IncidentFlow flow;
  @Inject private Timeline timeline;

  /** What became of one alert. */
  record Verdict(boolean created, boolean incidentCreated) {}

  /**
   * Judges an alert.
   *
   * @param receivedAt when its request came in; what is older than what is known changes nothing
   */
  Verdict judge(String source, IncomingAlert told, Instant receivedAt, Instant now) {
    Actor by = Actor.system(source);
    Optional<Alert> known = rows.lock(source, told.externalId());
    if (known.isEmpty()) {
      Alert alert = new Alert(Ids.next(), source, told, receivedAt);
      rows.add(alert);
      boolean opened = alert.status() == AlertStatus.FIRING && place(alert, by, now);
      return new Verdict(true, opened);
    }
    Alert alert = known.get();
    boolean outdated = receivedAt.isBefore(alert.lastReceivedAt());
    return new Verdict(false, !outdated && update(alert, told, receivedAt, by, now));
  }

  private boolean update(
      Alert alert, IncomingAlert told, Instant receivedAt, Actor by, Instant now) {
    boolean paging = isPaging(alert);
    AlertStatus before = alert.status();
    alert.hear(told, receivedAt);
    incidents.flush();
    if (alert.status() == AlertStatus.FIRING) {
      // also when it has only now become bad enough
      boolean begins = before != alert.status() || (!paging && isPaging(alert));
      return begins && place(alert, by, now);
    }
    if (before == alert.status()) {
      return false;
    }
    if (alert.incidentId() != null) {
      Incident incident = incidents.lock(alert.incidentId());
      note(incident, alert, "alert_resolved", by, now);
      flow.resolveIfQuiet(incident, now);
    }
    return false;
  }

  private static boolean isPaging(Alert alert) {
    return alert.status() == AlertStatus.FIRING && alert.severity().opensIncident();
  }

  /** Finds the incident for an alert that begins to fire; returns whether one was opened. */
  private boolean place(Alert alert, Actor by, Instant now) {
    Optional<Group> group = groupOf(alert);
    group.ifPresent(found -> incidents.takeTurns("group", found.key()));
    if (rejoined(alert, by, now)) {
      return false;
    }
    alert.belongTo(null);
    if (!alert.severity().opensIncident() || joined(alert, group, by, now)) {
      return false;
    }
    String key = group.map(Group::key).orElse(null);
    Map<String, String> labels = group.isPresent() ? Map.of() : alert.labels();
    flow.open(beginning(alert, key, labels), alert, by, now);
    return true;
  }

  private record Group(String key, Duration window) {}

  private Optional<Group> groupOf(Alert alert) {
    return rows.groupingRules().stream()
        .flatMap(
            rule -> rule.keyOf(alert.labels()).map(key -> new Group(key, rule.window())).stream())
        .findFirst();
  }

  /** The incident of the episode before goes on when it is still open. */
  private boolean rejoined(Alert alert, Actor by, Instant now) {
    UUID before = alert.incidentId();
    if (before == null) {
      return false;
    }
    Incident incident = incidents.lock(before);
    if (!incident.status().isOpen()) {
      return false;
    }
    note(incident, alert, "alert_refired", by, now);
    return true;
  }

  private boolean joined(Alert alert, Optional<Group> group, Actor by, Instant now) {
    Optional<Incident> open =
        group.flatMap(found -> incidents.lockOpenOfGroup(found.key(), now.minus(found.window())));
    open.ifPresent(
        incident -> {
          incidents.link(incident, alert, by.name(), now);
          note(incident, alert, "alert_linked", by, now);
        });
    return open.isPresent();
  }

  private static Incident.Beginning beginning(
      Alert alert, @Nullable String key, Map<String, String> labels) {
    return new Incident.Beginning(
        alert.title(), alert.description(), alert.severity().incidentSeverity(), key, labels);
  }

  private void note(Incident incident, Alert alert, String type, Actor by, Instant now) {
    timeline.write(
        incident,
        type,
        by,
        now,
        Timeline.content("alert_id", alert.id())
            .with("source", alert.source())
            .with("title", alert.title())
            .with("severity", Code.of(alert.severity())));
  }
}
