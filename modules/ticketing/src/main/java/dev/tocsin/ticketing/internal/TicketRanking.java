package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.internal.SearchWords.Reader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Orders what a search finds by how well it matches: a word in the subject weighs more than one in
 * the body, that more than one in a public comment, and that more than one in an internal comment;
 * of equal matches the newest ticket is first.
 */
@Dependent
public class TicketRanking {

  /** Tickets that are compared: each costs a look at its whole document. */
  static final int CANDIDATES = 500;

  private static final String NAME = "relevance";

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** A ticket and its rank in millionths, which compare as exactly as a cursor must. */
  private record Ranked(UUID id, long score) {}

  /**
   * Returns one page of the best matches.
   *
   * @param found the statement of the tickets to compare
   * @param wanted the words, as PostgreSQL reads them
   */
  Page<Ticket> page(
      String found,
      TicketConditions conditions,
      String wanted,
      Reader reader,
      PageRequest request) {
    // what a customer may not read must not even move a ticket up
    String words = reader == Reader.STAFF ? "w.words" : "ts_filter(w.words, '{a,b,c}')";
    String ranked =
        "SELECT c.id, CAST(1000000 * ts_rank("
            + (words
                + ", CAST("
                + conditions.parameter(wanted)
                + " AS tsquery)) AS bigint) AS score")
            + (" FROM (" + found + ") c JOIN ticketing.ticket_words w ON w.ticket_id = c.id");
    String sql =
        "SELECT CAST(r.id AS text), r.score FROM ("
            + (ranked + ") r" + after(conditions, request))
            + (" ORDER BY r.score DESC, r.id DESC LIMIT " + request.fetch());
    List<Ranked> rows =
        conditions.bind(entityManager.createNativeQuery(sql), Object[].class).stream()
            .map(row -> new Ranked(UUID.fromString((String) row[0]), ((Number) row[1]).longValue()))
            .toList();
    Page<Ranked> page =
        Page.of(rows, request, row -> Cursor.of(NAME, row.score(), row.id().toString()));
    Map<UUID, Ticket> tickets = tickets(page.data().stream().map(Ranked::id).toList());
    return page.map(row -> tickets.get(row.id()));
  }

  private static String after(TicketConditions conditions, PageRequest request) {
    return request
        .position()
        .map(cursor -> " WHERE (r.score, r.id) < (" + key(conditions, cursor) + ")")
        .orElse("");
  }

  private static String key(TicketConditions conditions, Cursor cursor) {
    if (!cursor.text(0).equals(NAME)) {
      throw new InvalidCursor(new IllegalArgumentException("made for another order"));
    }
    return conditions.parameter(cursor.number(1))
        + (", CAST(" + conditions.parameter(cursor.id(2)) + " AS uuid)");
  }

  private Map<UUID, Ticket> tickets(List<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entityManager
            .createQuery("SELECT t FROM Ticket t WHERE t.id IN :ids", Ticket.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Ticket::id, Function.identity()));
  }
}
