package dev.tocsin.ticketing.internal.privacy;

import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.internal.HistoryRow;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.attachments.Attachment;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a person left on tickets. */
@Dependent
public class Traces {

  private static final String ASKED = "lower(x.requester_email) = lower(?2)";
  private static final String WATCHED =
      "x.watchers <> '[]' AND jsonb_exists(x.watchers, CAST(?1 AS text))";

  /** A name counts on a ticket of their own only: elsewhere it may be a namesake's. */
  private static final String BY =
      """
      (x.%1$s_id = CAST(?1 AS uuid)
       OR lower(x.%1$s_name) = lower(?2)
       OR (x.%1$s_name = ANY (CAST(string_to_array(?3, chr(10)) AS text[]))
           AND x.ticket_id IN (SELECT id FROM ticketing.ticket
                               WHERE lower(requester_email) = lower(?2))))
      """;

  private static final String SAID = "NOT x.by_agent AND " + BY.formatted("author");
  private static final String ADDED = BY.formatted("author");
  private static final String DID = BY.formatted("actor");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Returns the tickets that bear any trace. */
  Set<UUID> ticketIds(Person person) {
    String sql =
        Stream.of(
                "SELECT x.id FROM ticketing.ticket x WHERE " + ASKED,
                "SELECT x.id FROM ticketing.ticket x WHERE " + WATCHED,
                "SELECT x.ticket_id FROM ticketing.comment x WHERE " + SAID,
                "SELECT x.ticket_id FROM ticketing.attachment x WHERE " + ADDED,
                "SELECT x.ticket_id FROM ticketing.history x WHERE " + DID)
            .collect(Collectors.joining(" UNION ", "SELECT CAST(id AS text) FROM (", ") found"));
    List<?> ids = of(person, sql, entityManager.createNativeQuery(sql)).getResultList();
    return ids.stream().map(id -> UUID.fromString(id.toString())).collect(Collectors.toSet());
  }

  /** Returns the tickets they asked for. */
  List<Ticket> asked(Person person) {
    return list("ticket", ASKED, Ticket.class, person);
  }

  /** Returns the tickets they watch. */
  List<Ticket> watched(Person person) {
    return list("ticket", WATCHED, Ticket.class, person);
  }

  /** Returns what they said, on their tickets and on others. */
  List<TicketComment> comments(Person person) {
    return list("comment", SAID, TicketComment.class, person);
  }

  /** Returns the files they added. */
  List<Attachment> attachments(Person person) {
    return list("attachment", ADDED, Attachment.class, person);
  }

  /** Returns what they did. */
  List<HistoryRow> history(Person person) {
    return list("history", DID, HistoryRow.class, person);
  }

  /** Returns what happened to a ticket. */
  List<HistoryRow> history(Ticket ticket) {
    return entityManager
        .createQuery("SELECT h FROM HistoryRow h WHERE h.ticketId = :ticket", HistoryRow.class)
        .setParameter("ticket", ticket.id())
        .getResultList();
  }

  @SuppressWarnings("unchecked") // native queries know no types
  private <T> List<T> list(String table, String where, Class<T> type, Person person) {
    String sql = "SELECT x.* FROM ticketing." + table + " x WHERE " + where + " ORDER BY x.id";
    return of(person, sql, entityManager.createNativeQuery(sql, type)).getResultList();
  }

  private static Query of(Person person, String sql, Query query) {
    UUID id = person.userId() == null ? person.pseudonym() : person.userId();
    List<String> values = List.of(id.toString(), person.email(), String.join("\n", person.names()));
    for (int i = 1; i <= values.size(); i++) {
      if (sql.contains("?" + i)) {
        query.setParameter(i, values.get(i - 1));
      }
    }
    return query;
  }
}
