package dev.tocsin.web.tickets;

import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Opens a ticket for a customer. */
@Named
@ViewScoped
public class TicketNewPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  private final TicketDraft draft = new TicketDraft();

  /** Lets only those in who may open tickets. */
  public void load() {
    caller.actor().require(Role.ADMIN, Role.AGENT);
  }

  /** Opens the ticket and goes there. */
  public String create() {
    UUID customer = draft.getCustomerId();
    if (customer == null) {
      throw new Rejected("/customer_id", "required", Messages.text("tickets.customer_needed"));
    }
    TicketView opened = ticketing.open(caller.actor(), draft.open(customer));
    Messages.done("tickets.opened", opened.number());
    return "/console/tickets/detail?faces-redirect=true&id=" + opened.number();
  }

  public TicketDraft getDraft() {
    return draft;
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
