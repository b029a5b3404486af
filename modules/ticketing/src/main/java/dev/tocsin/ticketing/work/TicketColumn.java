package dev.tocsin.ticketing.work;

import java.util.List;

/** What a list of tickets can show of each. */
public enum TicketColumn {
  PRIORITY,
  NUMBER,
  SUBJECT,
  CUSTOMER,
  REQUESTER,
  STATUS,
  SLA,
  ASSIGNEE,
  TEAM,
  TAGS,
  CREATED,
  UPDATED;

  /** Returns what a list shows when nobody says. */
  public static List<TicketColumn> usual() {
    return List.of(PRIORITY, SUBJECT, STATUS, SLA, ASSIGNEE, UPDATED);
  }
}
