package dev.tocsin.web.portal;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
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

/** The requests of the reader's organisation; without a word, those that are not closed. */
@Named
@ViewScoped
public class PortalListPage extends ListPage<TicketSummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  @Override
  protected Page<TicketSummary> fetch(Filters wanted, PageRequest request) {
    EnumSet<TicketStatus> statuses =
        wanted.has("status", "closed")
            ? EnumSet.of(TicketStatus.CLOSED)
            : EnumSet.complementOf(EnumSet.of(TicketStatus.CLOSED));
    TicketQuery query =
        TicketQuery.all()
            .withStatus(statuses.toArray(TicketStatus[]::new))
            .withWords(wanted.text("q"));
    return ticketing.list(caller.actor(), query, request);
  }
}
