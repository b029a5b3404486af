package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.EscalationExhausted;
import dev.tocsin.incidents.EscalationPaged;
import dev.tocsin.incidents.EscalationStopped;
import dev.tocsin.incidents.IncidentView;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.incidents.NobodyPaged;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells webhook subscriptions whom an escalation pages and how it ends. */
@ApplicationScoped
public class EscalationNews {

  /** A person as subscriptions see one. */
  public record Person(UUID id, String name, String handle) {}

  /** What {@code escalation.paged} tells. */
  public record Paged(
      IncidentView incident, UUID policyId, int tierIndex, int repeat, List<Person> users) {}

  /** What {@code escalation.stopped} tells. */
  public record Stopped(IncidentView incident, String reason) {}

  /** What {@code escalation.exhausted} tells. */
  public record Exhausted(IncidentView incident, UUID policyId, boolean anybodyPaged) {}

  /** What {@code escalation.nobody_paged} tells. */
  public record Unpaged(IncidentView incident, String reason) {}

  private static final Actor READER = Actor.system("notifications");

  @Inject private Announcer announcer;
  @Inject private Incidents incidents;
  @Inject private Users users;

  /** Tells who is paged. */
  public void on(@Observes EscalationPaged event) {
    String step = event.incidentId() + ":" + event.tierIndex() + ":" + event.repeat();
    announcer.announce(
        EventTypes.ESCALATION_PAGED,
        () ->
            Announcement.ofIncident(
                EventTypes.ESCALATION_PAGED,
                step,
                event.at(),
                new Paged(
                    incident(event.incidentId()),
                    event.policyId(),
                    event.tierIndex(),
                    event.repeat(),
                    people(event.userIds())),
                event.incidentId()));
  }

  /** Tells that nobody more is paged. */
  public void on(@Observes EscalationStopped event) {
    announcer.announce(
        EventTypes.ESCALATION_STOPPED,
        () ->
            Announcement.ofIncident(
                EventTypes.ESCALATION_STOPPED,
                event.incidentId() + ":" + event.at(),
                event.at(),
                new Stopped(incident(event.incidentId()), event.reason()),
                event.incidentId()));
  }

  /** Tells that nobody answered. */
  public void on(@Observes EscalationExhausted event) {
    announcer.announce(
        EventTypes.ESCALATION_EXHAUSTED,
        () ->
            Announcement.ofIncident(
                EventTypes.ESCALATION_EXHAUSTED,
                event.incidentId() + ":" + event.at(),
                event.at(),
                new Exhausted(incident(event.incidentId()), event.policyId(), event.anybodyPaged()),
                event.incidentId()));
  }

  /** Tells that there is nobody to page. */
  public void on(@Observes NobodyPaged event) {
    announcer.announce(
        EventTypes.ESCALATION_NOBODY_PAGED,
        () ->
            Announcement.ofIncident(
                EventTypes.ESCALATION_NOBODY_PAGED,
                event.incidentId().toString(),
                event.at(),
                new Unpaged(incident(event.incidentId()), "no_policy"),
                event.incidentId()));
  }

  private IncidentView incident(UUID id) {
    return incidents.require(READER, id.toString());
  }

  private List<Person> people(List<UUID> ids) {
    return users.byIds(ids).values().stream().map(EscalationNews::person).toList();
  }

  private static Person person(UserView user) {
    return new Person(user.id(), user.name(), user.handle());
  }
}
