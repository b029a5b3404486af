package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.EventTypes;
import dev.tocsin.platform.Actor;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Tells webhook subscriptions that a service level is about to be missed, or was. */
@ApplicationScoped
public class SlaNews {

  /**
   * What {@code sla.breach} tells.
   *
   * @param dueAt the deadline that was missed
   * @param breachedAt when that was found
   */
  public record Breach(
      UUID clockId,
      UUID ticketId,
      Metric metric,
      Instant dueAt,
      Instant breachedAt,
      TicketView ticket) {}

  /**
   * What {@code sla.threshold} tells.
   *
   * @param label what the policy calls the band that was entered
   * @param reachedAt when that was found
   * @param late whether that was not in time
   */
  public record Band(
      UUID clockId,
      UUID ticketId,
      Metric metric,
      String label,
      Instant dueAt,
      Instant reachedAt,
      boolean late,
      TicketView ticket) {}

  private static final Actor READER = Actor.system("notifications");

  @Inject private Announcer announcer;
  @Inject private Ticketing ticketing;

  /** Tells it once for each clock, deadline and band. */
  public void on(@Observes SlaThresholdReached event) {
    announcer.announce(
        EventTypes.SLA_THRESHOLD,
        () ->
            Announcement.ofTicket(
                EventTypes.SLA_THRESHOLD,
                event.clockId() + ":" + event.dueAt() + ":" + event.label(),
                event.at(),
                new Band(
                    event.clockId(),
                    event.ticketId(),
                    event.metric(),
                    event.label(),
                    event.dueAt(),
                    event.at(),
                    event.late(),
                    ticketing.require(READER, event.ticketId().toString())),
                event.ticketId()));
  }

  /** Tells it once for each clock and deadline. */
  public void on(@Observes SlaBreached event) {
    announcer.announce(
        EventTypes.SLA_BREACH,
        () ->
            Announcement.ofTicket(
                EventTypes.SLA_BREACH,
                event.clockId() + ":" + event.dueAt(),
                event.at(),
                new Breach(
                    event.clockId(),
                    event.ticketId(),
                    event.metric(),
                    event.dueAt(),
                    event.at(),
                    ticketing.require(READER, event.ticketId().toString())),
                event.ticketId()));
  }
}
