package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketQuery.Sort;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.work.TicketColumn;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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

  /** Returns what the list shows of each ticket, in its order. */
  public List<TicketColumn> getColumns() {
    return TicketAddress.columns(getFilters());
  }

  /** Returns whether the list has a column of its own for something. */
  public boolean shows(String column) {
    return getColumns().stream().anyMatch(shown -> Code.of(shown).equals(column));
  }

  /** Returns whether a column is the one by which a ticket is opened. */
  public boolean leads(TicketColumn column) {
    return column == TicketColumn.SUBJECT
        || (column == TicketColumn.NUMBER && !getColumns().contains(TicketColumn.SUBJECT));
  }

  /** Returns the order in which the list stands. */
  public Sort getSort() {
    Sort asked = TicketAddress.filter(getFilters()).sort();
    return asked == null ? Sort.UPDATED_DESC : asked;
  }

  public Sort[] getSorts() {
    return Sort.values();
  }

  public TicketStatus[] getStatuses() {
    return TicketStatus.values();
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
