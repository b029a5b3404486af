package dev.tocsin.notifications;

import java.util.List;

/** The catalogue of events that a webhook subscription can name. */
public final class EventTypes {

  public static final String TICKET_CREATED = "ticket.created";
  public static final String TICKET_TRIAGED = "ticket.triaged";
  public static final String TICKET_RESOLVED = "ticket.resolved";
  public static final String TICKET_CLOSED = "ticket.closed";
  public static final String TICKET_COMMENT_ADDED = "ticket.comment_added";
  public static final String SLA_THRESHOLD = "sla.threshold";
  public static final String SLA_BREACH = "sla.breach";
  public static final String INCIDENT_TRIGGERED = "incident.triggered";
  public static final String INCIDENT_ACKNOWLEDGED = "incident.acknowledged";
  public static final String INCIDENT_RESOLVED = "incident.resolved";
  public static final String INCIDENT_CANCELED = "incident.canceled";
  public static final String ESCALATION_PAGED = "escalation.paged";
  public static final String ESCALATION_STOPPED = "escalation.stopped";
  public static final String ESCALATION_EXHAUSTED = "escalation.exhausted";
  public static final String ESCALATION_NOBODY_PAGED = "escalation.nobody_paged";
  public static final String SHIFT_UPCOMING = "schedule.shift_upcoming";
  public static final String SHIFT_CHANGED = "schedule.shift_changed";

  private static final List<String> ALL =
      List.of(
          TICKET_CREATED,
          TICKET_TRIAGED,
          TICKET_RESOLVED,
          TICKET_CLOSED,
          TICKET_COMMENT_ADDED,
          SLA_THRESHOLD,
          SLA_BREACH,
          INCIDENT_TRIGGERED,
          INCIDENT_ACKNOWLEDGED,
          INCIDENT_RESOLVED,
          INCIDENT_CANCELED,
          ESCALATION_PAGED,
          ESCALATION_STOPPED,
          ESCALATION_EXHAUSTED,
          ESCALATION_NOBODY_PAGED,
          SHIFT_UPCOMING,
          SHIFT_CHANGED);

  private EventTypes() {}

  /** Returns every event type there is. */
  public static List<String> all() {
    return ALL;
  }

  /** Returns whether a filter entry names an event type or a family ({@code escalation.*}). */
  public static boolean known(String entry) {
    return ALL.stream().anyMatch(type -> fits(entry, type));
  }

  /**
   * Returns whether a subscription with this filter wants an event.
   *
   * @param filter event types and families; empty wants everything
   */
  public static boolean wanted(List<String> filter, String type) {
    return filter.isEmpty() || filter.stream().anyMatch(entry -> fits(entry, type));
  }

  private static boolean fits(String entry, String type) {
    return entry.endsWith(".*")
        ? type.startsWith(entry.substring(0, entry.length() - 1))
        : type.equals(entry);
  }
}
