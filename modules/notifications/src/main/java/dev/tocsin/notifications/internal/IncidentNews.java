package dev.tocsin.notifications.internal;

import dev.tocsin.incidents.IncidentAcknowledged;
import dev.tocsin.incidents.IncidentCanceled;
import dev.tocsin.incidents.IncidentResolved;
import dev.tocsin.incidents.IncidentTriggered;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Tells webhook subscriptions what becomes of incidents. */
@ApplicationScoped
public class IncidentNews {

  private static final Actor READER = Actor.system("notifications");

  @Inject private Announcer announcer;
  @Inject private Incidents incidents;

  /** Tells that an incident began. */
  public void on(@Observes IncidentTriggered event) {
    tell(EventTypes.INCIDENT_TRIGGERED, event.incidentId(), event.at());
  }

  /** Tells that somebody looks after it. */
  public void on(@Observes IncidentAcknowledged event) {
    tell(EventTypes.INCIDENT_ACKNOWLEDGED, event.incidentId(), event.at());
  }

  /** Tells that it is over. */
  public void on(@Observes IncidentResolved event) {
    tell(EventTypes.INCIDENT_RESOLVED, event.incidentId(), event.at());
  }

  /** Tells that it was none. */
  public void on(@Observes IncidentCanceled event) {
    tell(EventTypes.INCIDENT_CANCELED, event.incidentId(), event.at());
  }

  private void tell(String type, UUID incident, Instant at) {
    announcer.announce(
        type,
        () ->
            Announcement.ofIncident(
                type,
                incident + ":" + at,
                at,
                incidents.require(READER, incident.toString()),
                incident));
  }
}
