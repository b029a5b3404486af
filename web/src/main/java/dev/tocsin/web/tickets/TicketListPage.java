package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

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
    return ticketing.list(actor, TicketAddress.filter(wanted).query(actor), request);
  }

  public TicketStatus[] getStatuses() {
    return TicketStatus.values();
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
