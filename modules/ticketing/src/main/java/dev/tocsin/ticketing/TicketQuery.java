package dev.tocsin.ticketing;

import dev.tocsin.persistence.Code;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are wanted, and in which order; filters combine with and, values of one with or.
 *
 * @param status any when empty
 * @param priority any when empty
 * @param tags the ticket has all of them; any when empty
 * @param assigneeId anybody when null
 * @param unassigned only those that are nobody's
 * @param sla any when empty
 * @param fields the ticket has these values in its custom fields; any when empty
 * @param q PostgreSQL web-search syntax over subject, body and the comments the actor may read
 */
public record TicketQuery(
    Set<TicketStatus> status,
    Set<Priority> priority,
    List<String> tags,
    @Nullable UUID assigneeId,
    boolean unassigned,
    @Nullable UUID teamId,
    @Nullable UUID customerId,
    Set<SlaState> sla,
    Map<String, String> fields,
    @Nullable String q,
    Sort sort) {

  /**
   * The orders a list can have; those by priority go on by the time of update, all end in the id,
   * so that pages never overlap. That by relevance compares the 500 tickets changed last that a
   * search finds, and lists no others.
   */
  public enum Sort implements Code {
    UPDATED_DESC("-updated_at"),
    UPDATED_ASC("updated_at"),
    CREATED_DESC("-created_at"),
    CREATED_ASC("created_at"),
    PRIORITY_ASC("priority"),
    PRIORITY_DESC("-priority"),
    /** The best match first; of searches only. */
    RELEVANCE("relevance");

    private final String param;

    Sort(String param) {
      this.param = param;
    }

    /** Returns the value of {@code ?sort=} that means this order; a minus is descending. */
    public String param() {
      return param;
    }

    @Override
    public String code() {
      return param;
    }
  }

  public TicketQuery {
    status = Set.copyOf(status);
    priority = Set.copyOf(priority);
    tags = List.copyOf(tags);
    sla = Set.copyOf(sla);
    fields = Map.copyOf(fields);
  }

  /** Returns the query for every ticket, newest change first. */
  public static TicketQuery all() {
    return new TicketQuery(
        Set.of(),
        Set.of(),
        List.of(),
        null,
        false,
        null,
        null,
        Set.of(),
        Map.of(),
        null,
        Sort.UPDATED_DESC);
  }

  /** Returns this query, but for the states. */
  public TicketQuery withStatus(TicketStatus... wanted) {
    return new TicketQuery(
        Set.of(wanted),
        priority,
        tags,
        assigneeId,
        unassigned,
        teamId,
        customerId,
        sla,
        fields,
        q,
        sort);
  }

  /** Returns this query, but for the service level states. */
  public TicketQuery withSla(SlaState... wanted) {
    return new TicketQuery(
        status,
        priority,
        tags,
        assigneeId,
        unassigned,
        teamId,
        customerId,
        Set.of(wanted),
        fields,
        q,
        sort);
  }

  /** Returns this query, but for the customer. */
  public TicketQuery withCustomer(@Nullable UUID wanted) {
    return new TicketQuery(
        status, priority, tags, assigneeId, unassigned, teamId, wanted, sla, fields, q, sort);
  }

  /** Returns this query, but for the words searched. */
  public TicketQuery withWords(@Nullable String words) {
    return new TicketQuery(
        status,
        priority,
        tags,
        assigneeId,
        unassigned,
        teamId,
        customerId,
        sla,
        fields,
        words,
        sort);
  }

  /** Returns this query in another order. */
  public TicketQuery sortedBy(Sort order) {
    return new TicketQuery(
        status, priority, tags, assigneeId, unassigned, teamId, customerId, sla, fields, q, order);
  }
}
