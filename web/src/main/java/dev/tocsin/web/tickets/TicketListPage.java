package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queue: tickets, the longest untouched or the newest change first. */
@Named
@ViewScoped
public class TicketListPage extends ListPage<TicketSummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  @Override
  protected Page<TicketSummary> fetch(Filters wanted, PageRequest request) {
    Actor actor = caller.actor();
    TicketQuery query =
        new TicketQuery(
            statuses(wanted),
            set(wanted.one("priority", Priority.class)),
            List.copyOf(set(wanted.text("tag"))),
            wanted.has("assignee", "me") ? actor.id() : wanted.id("assignee"),
            wanted.has("assignee", "none"),
            null,
            wanted.id("customer"),
            set(wanted.one("sla", SlaState.class)),
            Map.of(),
            wanted.text("q"),
            sort(wanted));
    return ticketing.list(actor, query, request);
  }

  /** Returns the wanted states; without a word, those that still need somebody. */
  private static Set<TicketStatus> statuses(Filters wanted) {
    if (wanted.has("status", "all")) {
      return Set.of();
    }
    TicketStatus one = wanted.one("status", TicketStatus.class);
    return one == null
        ? EnumSet.complementOf(EnumSet.of(TicketStatus.RESOLVED, TicketStatus.CLOSED))
        : Set.of(one);
  }

  private static TicketQuery.Sort sort(Filters wanted) {
    for (TicketQuery.Sort sort : TicketQuery.Sort.values()) {
      if (wanted.has("sort", sort.param())) {
        return sort;
      }
    }
    return TicketQuery.Sort.UPDATED_DESC;
  }

  private static <T> Set<T> set(@Nullable T value) {
    return value == null ? Set.of() : Set.of(value);
  }

  public TicketStatus[] getStatuses() {
    return TicketStatus.values();
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
