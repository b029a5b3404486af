package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.internal.SearchWords.Reader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows tickets to actors, each as much as it may see. */
@Dependent
public class TicketReader {

  private static final int COUNTED = 10_000;

  @Inject private TicketStore store;
  @Inject private CommentStore comments;
  @Inject private Journal journal;
  @Inject private TicketSearch search;

  public Conversation conversation(Actor actor, String ref) {
    Ticket ticket = store.require(actor, ref);
    return conversations(actor, List.of(ticket)).get(0);
  }

  public List<Conversation> conversations(Actor actor, UUID customerId) {
    TicketQuery query = permitted(actor, TicketQuery.all().withCustomer(customerId));
    return conversations(actor, search.all(query));
  }

  private List<Conversation> conversations(Actor actor, List<Ticket> tickets) {
    Map<UUID, List<TicketComment>> said =
        comments.of(actor, tickets.stream().map(Ticket::id).toList()).stream()
            .collect(Collectors.groupingBy(TicketComment::ticketId));
    return tickets.stream()
        .map(ticket -> conversation(ticket, said.getOrDefault(ticket.id(), List.of())))
        .toList();
  }

  private static Conversation conversation(Ticket ticket, List<TicketComment> said) {
    return new Conversation(
        ticket.view(), said.stream().map(comment -> comment.view(ticket.numberText())).toList());
  }

  public Page<TicketSummary> list(Actor actor, TicketQuery query, PageRequest page) {
    return search.page(permitted(actor, query), reader(actor), page).map(Ticket::summary);
  }

  /** Returns one page of a list, with all there is to each ticket but what was said. */
  public Page<TicketView> views(Actor actor, TicketQuery query, PageRequest page) {
    return search.page(permitted(actor, query), reader(actor), page).map(Ticket::view);
  }

  public long count(Actor actor, TicketQuery query) {
    return search.count(permitted(actor, query), reader(actor), COUNTED);
  }

  public List<HistoryView> history(Actor actor, String ref) {
    UUID id = store.require(actor, ref).id();
    return journal.read(actor, id).stream().map(HistoryRow::view).toList();
  }

  private static TicketQuery permitted(Actor actor, TicketQuery query) {
    if (!actor.isCustomer()) {
      actor.requireStaff();
      return query;
    }
    UUID own = actor.customerId();
    if (own == null || (query.customerId() != null && !query.customerId().equals(own))) {
      throw new Forbidden("customer", "You may see the tickets of your own organisation only.");
    }
    return query.withCustomer(own);
  }

  private static Reader reader(Actor actor) {
    return actor.isCustomer() ? Reader.CUSTOMER : Reader.STAFF;
  }
}
