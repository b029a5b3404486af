package dev.tocsin.incidents;

import dev.tocsin.incidents.internal.AlertRows;
import dev.tocsin.incidents.internal.Incident;
import dev.tocsin.incidents.internal.IncidentDesk;
import dev.tocsin.incidents.internal.IncidentRows;
import dev.tocsin.incidents.internal.IncidentViews;
import dev.tocsin.incidents.internal.Timeline;
import dev.tocsin.incidents.internal.TimelineEntry;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Stale;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps incidents: declares them, changes them, tells what happened to them.
 *
 * <p>Wherever an incident is named, its id, its number and its number as people say it ({@code
 * INC-7}) are all good.
 */
@Stateless
public class Incidents {
  private static final int MOST_ALERTS = 500;

  @Inject private IncidentRows rows;
  @Inject private IncidentDesk desk;
  @Inject private IncidentViews views;
  @Inject private AlertRows alerts;
  @Inject private Timeline timeline;

  /** Declares an incident by hand; people are paged for it as for any other. */
  public IncidentView declare(Actor actor, DeclareIncident command) {
    requireWriter(actor);
    return views.view(desk.declare(Input.check(command), actor));
  }

  /** Returns one incident. */
  public IncidentView require(Actor actor, String ref) {
    actor.requireStaff();
    return views.view(rows.require(ref));
  }

  /** Returns incidents, the newest first. */
  public Page<IncidentSummary> list(Actor actor, IncidentQuery query, PageRequest request) {
    actor.requireStaff();
    return views.page(query, request);
  }

  /** Returns how many incidents are open. */
  public long openCount(Actor actor) {
    actor.requireStaff();
    return rows.countOpen();
  }

  /** Returns triggered incidents for which nobody was ever paged, the newest first. */
  public List<IncidentSummary> unpaged(Actor actor, int limit) {
    actor.requireStaff();
    return views.unpaged(limit);
  }

  /**
   * Changes an incident; once it is acknowledged, resolved or canceled nobody more is paged.
   *
   * @param ifVersion the version the caller saw; null changes whatever is there
   * @throws dev.tocsin.platform.error.IllegalTransition naming the states that may follow
   * @throws Stale when it has changed since
   */
  public IncidentView change(
      Actor actor, String ref, ChangeIncident command, @Nullable Long ifVersion) {
    requireWriter(actor);
    Input.check(command);
    Incident incident = rows.lock(ref);
    Stale.check(incident.version(), ifVersion);
    desk.change(incident, command, actor);
    return views.view(incident);
  }

  /** Returns what happened to an incident, from the first entry on or from the last. */
  public Page<TimelineEntryView> timeline(
      Actor actor, String ref, PageRequest request, boolean newestFirst) {
    actor.requireStaff();
    return timeline.page(rows.idOf(ref), request, newestFirst).map(TimelineEntry::view);
  }

  /** Writes a message into an incident's timeline. */
  public TimelineEntryView addTimelineMessage(Actor actor, String ref, AddTimelineMessage command) {
    requireWriter(actor);
    return desk.say(rows.require(ref), Input.check(command), actor).view();
  }

  /**
   * Pages by a policy, from its first tier on; another one that is active is stopped.
   *
   * <p>When that policy is already active, it goes on and nobody is paged twice.
   */
  public EscalationView escalate(Actor actor, String ref, EscalateIncident command) {
    requireWriter(actor);
    Input.check(command);
    return desk.escalate(rows.lock(ref), command.escalationPolicyId(), actor);
  }

  /** Returns the latest escalation of an incident; empty when there has been none. */
  public Optional<EscalationView> escalation(Actor actor, String ref) {
    actor.requireStaff();
    return desk.escalation(rows.idOf(ref));
  }

  /** Returns the alerts that are or were part of an incident, the latest first, at most 500. */
  public List<AlertSummary> alerts(Actor actor, String ref) {
    actor.requireStaff();
    return views.alerts(alerts.ofIncident(rows.idOf(ref), MOST_ALERTS));
  }

  private static void requireWriter(Actor actor) {
    actor.require(Role.ADMIN, Role.AGENT);
  }
}
