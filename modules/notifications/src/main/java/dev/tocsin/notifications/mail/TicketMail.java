package dev.tocsin.notifications.mail;

import dev.tocsin.persistence.Code;

/** The occasions on which somebody is mailed about a ticket; each has its own words. */
public enum TicketMail {
  /** To the requester: the ticket is open. */
  RECEIVED(true),
  /** To the requester: an agent answered. */
  ANSWERED(false),
  /** To the requester: the ticket is resolved. */
  RESOLVED(true),
  /** To the requester: the ticket is closed. */
  CLOSED(true),
  /** To the requester: what was written on a closed ticket became a new one. */
  FOLLOW_UP(true),
  /** To whoever wrote on a closed ticket: it takes no words. */
  REFUSED(true),
  /** To the assignee: the customer wrote. */
  CUSTOMER_WROTE(true),
  /** To a watcher: somebody spoke in public. */
  WATCHED_COMMENT(true),
  /** To a watcher: the ticket moved. */
  WATCHED_STATUS(true),
  /** To the assignee, or else the team: a deadline is near. */
  SLA_AT_RISK(true),
  /** To the assignee, or else the team: a deadline was missed. */
  SLA_BREACHED(true);

  private final boolean automatic;

  TicketMail(boolean automatic) {
    this.automatic = automatic;
  }

  /** Returns whether the system speaks, and not a person through it (RFC 3834). */
  public boolean automatic() {
    return automatic;
  }

  /** Returns the type its deliveries have, for example {@code ticket_mail.received}. */
  public String eventType() {
    return "ticket_mail." + Code.of(this);
  }
}
