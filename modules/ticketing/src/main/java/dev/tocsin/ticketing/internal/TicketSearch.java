package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketQuery.Sort;
import dev.tocsin.ticketing.internal.SearchWords.Reader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Answers {@link TicketQuery}s in SQL: PostgreSQL's text search has no place in JPQL. */
@Dependent
public class TicketSearch {

  /** Tickets of the list that a search looks at before it asks the index. */
  private static final int STEPS = 2_000;

  /** The same for a ranking: enough for a word that one ticket in twenty has. */
  private static final int RANKED_STEPS = 20 * TicketRanking.CANDIDATES;

  /** Hits up to which it fetches the tickets of hits one by one. */
  private static final int FEW = 50_000;

  private static final String TICKETS = "SELECT t.* FROM ticketing.ticket t";

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private SearchWords words;
  @Inject private TicketRanking ranking;

  /** Returns one page. */
  public Page<Ticket> page(TicketQuery query, Reader reader, PageRequest request) {
    TicketConditions conditions = new TicketConditions(query);
    TicketOrder order = TicketOrder.of(query.sort());
    if (query.q() == null || query.q().isBlank()) {
      request.position().ifPresent(cursor -> conditions.after(order, cursor));
      String sql = TICKETS + conditions.where() + order.by() + " LIMIT " + request.fetch();
      return Page.of(tickets(conditions, sql), request, order::cursor);
    }
    Optional<String> wanted = words.read(query.q(), reader);
    if (wanted.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    if (query.sort() == Sort.RELEVANCE) {
      String found =
          searching(conditions, order, wanted.get(), TicketRanking.CANDIDATES, RANKED_STEPS);
      return ranking.page(found, conditions, wanted.get(), reader, request);
    }
    request.position().ifPresent(cursor -> conditions.after(order, cursor));
    String sql = searching(conditions, order, wanted.get(), request.fetch(), STEPS);
    return Page.of(tickets(conditions, sql), request, order::cursor);
  }

  /**
   * Returns the statement that finds words. The planner cannot tell a rare word from a frequent
   * one, and the way that suits the one takes a thousand times as long for the other. So the
   * statement finds out, and goes one of three ways; the others are not run.
   *
   * <ol>
   *   <li>Along the list, asking each ticket for the words: full at once where they are frequent.
   *   <li>From the index to the tickets of its hits: cheap where they are rare.
   *   <li>All hits against all tickets: for frequent words that the list's first tickets lack.
   * </ol>
   */
  private static String searching(
      TicketConditions conditions, TicketOrder order, String wanted, int rows, int steps) {
    String match = "w.words @@ CAST(" + conditions.parameter(wanted) + " AS tsquery)";
    String slice = order.by() + " LIMIT " + rows;
    return "WITH along AS MATERIALIZED ("
        + (TICKETS + conditions.where() + order.by() + " LIMIT " + steps)
        // OFFSET 0 keeps a subquery where it stands: the planner would make one way of two
        + "), page AS MATERIALIZED (SELECT t.* FROM along t CROSS JOIN LATERAL"
        + (" (SELECT 1 FROM ticketing.ticket_words w WHERE w.ticket_id = t.id AND " + match)
        + (" OFFSET 0) has LIMIT " + rows)
        + "), hit AS MATERIALIZED (SELECT w.ticket_id FROM ticketing.ticket_words w WHERE "
        + (match + " LIMIT " + (FEW + 1))
        + "), way AS MATERIALIZED (SELECT CASE"
        + (" WHEN (SELECT count(*) FROM page) = " + rows)
        + (" OR (SELECT count(*) FROM along) < " + steps + " THEN 1")
        + (" WHEN (SELECT count(*) FROM hit) <= " + FEW + " THEN 2 ELSE 3 END AS taken)")
        + " (SELECT t.* FROM page t WHERE (SELECT taken FROM way) = 1"
        + (slice + ") UNION ALL (")
        + "SELECT t.* FROM hit CROSS JOIN LATERAL"
        + " (SELECT t.* FROM ticketing.ticket t WHERE t.id = hit.ticket_id OFFSET 0) t"
        + (conditions.where("(SELECT taken FROM way) = 2") + slice + ") UNION ALL (")
        + (TICKETS + conditions.where("(SELECT taken FROM way) = 3"))
        + " AND t.id IN (SELECT w.ticket_id FROM ticketing.ticket_words w WHERE "
        + (match + " OFFSET 0)" + slice + ")");
  }

  /** Returns everything a query without words finds. */
  public List<Ticket> all(TicketQuery query) {
    TicketConditions conditions = new TicketConditions(query);
    String by = TicketOrder.of(query.sort()).by();
    return tickets(conditions, TICKETS + conditions.where() + by);
  }

  /** Returns how many tickets a query finds, counting no further than {@code most}. */
  public long count(TicketQuery query, Reader reader, int most) {
    TicketConditions conditions = new TicketConditions(query);
    String from = " FROM ticketing.ticket t";
    if (query.q() != null && !query.q().isBlank()) {
      Optional<String> wanted = words.read(query.q(), reader);
      if (wanted.isEmpty()) {
        return 0;
      }
      from +=
          " JOIN ticketing.ticket_words w ON w.ticket_id = t.id AND w.words @@ CAST("
              + conditions.parameter(wanted.get())
              + " AS tsquery)";
    }
    String sql =
        "SELECT count(*) FROM (SELECT 1" + from + conditions.where() + " LIMIT " + most + ") found";
    return conditions.bind(entityManager.createNativeQuery(sql), Number.class).get(0).longValue();
  }

  private List<Ticket> tickets(TicketConditions conditions, String sql) {
    return conditions.bind(entityManager.createNativeQuery(sql, Ticket.class), Ticket.class);
  }
}
