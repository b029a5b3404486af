package dev.tocsin.ticketing.work;

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
  UPDATED
}
