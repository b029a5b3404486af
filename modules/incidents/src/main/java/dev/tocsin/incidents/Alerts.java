package dev.tocsin.incidents;

import dev.tocsin.incidents.internal.Alert;
import dev.tocsin.incidents.internal.AlertAnswer;
import dev.tocsin.incidents.internal.AlertIntake;
import dev.tocsin.incidents.internal.AlertRows;
import dev.tocsin.incidents.internal.IncidentSettings;
import dev.tocsin.incidents.internal.IncidentViews;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes in what alert sources send, and shows and acknowledges alerts. */
@Stateless
public class Alerts {

  @Inject private AlertIntake intake;
  @Inject private AlertRows rows;
  @Inject private AlertAnswer answer;
  @Inject private IncidentViews views;
  @Inject private Settings settings;

  /**
   * Takes in a request of an alert source: it is stored, then each alert in it is judged.
   *
   * <p>What is stored is judged to the end, even if the server dies in between. A request that
   * comes again changes nothing.
   *
   * @throws dev.tocsin.platform.error.Rejected when it is not JSON, or has no alerts at all
   * @throws dev.tocsin.platform.error.NotFound when there is no such source
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public IngestResult ingest(Actor actor, IngestAlerts command) {
    actor.require(Role.INGEST, Role.AGENT, Role.ADMIN);
    return intake.take(actor, command);
  }

  /** Returns whether an administrator lets this source deliver without a token. */
  public boolean isOpenSource(String source) {
    return settings.require(IncidentSettings.OPEN_SOURCES).contains(source);
  }

  /** Returns alerts, the newest first. */
  public Page<AlertSummary> list(Actor actor, AlertQuery query, PageRequest request) {
    actor.requireStaff();
    Page<Alert> page = rows.page(query, request);
    return new Page<>(views.alerts(page.data()), page.nextCursor());
  }

  /** Returns one alert. */
  public AlertView require(Actor actor, UUID id) {
    actor.requireStaff();
    return views.view(rows.require(id));
  }

  /**
   * Says that somebody looks after an alert: its incident is acknowledged and nobody more is paged.
   *
   * <p>The first one stays; whoever comes later changes nothing.
   */
  public AlertView acknowledge(Actor actor, UUID id, AcknowledgeAlert command) {
    actor.require(Role.ADMIN, Role.AGENT);
    Alert alert = rows.lock(id);
    answer.acknowledge(alert, Input.check(command), actor);
    return views.view(alert);
  }
}
