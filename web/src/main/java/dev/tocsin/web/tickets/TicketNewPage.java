package dev.tocsin.web.tickets;

import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.WaitingFiles;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/** Opens a ticket for a customer. */
@Named
@ViewScoped
public class TicketNewPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/console/tickets/detail?id=";

  @Inject private Ticketing ticketing;
  @Inject private TicketFields fields;
  @Inject private Caller caller;

  private final TicketDraft draft = new TicketDraft();

  /** Lets only those in who may open tickets. */
  public void load() {
    caller.actor().require(Role.ADMIN, Role.AGENT);
    draft.getFields().fill(fields.list(caller.actor()), Map.of());
  }

  /** Opens the ticket; the page goes there when the files that wait are sent. */
  public void create() {
    UUID customer = draft.getCustomerId();
    if (customer == null) {
      throw new Rejected("/customer_id", "required", Messages.text("tickets.customer_needed"));
    }
    TicketView opened = ticketing.open(caller.actor(), draft.open(customer));
    Messages.done("tickets.opened", opened.number());
    WaitingFiles.belongTo(opened.number(), null, PAGE + opened.number());
  }

  public TicketDraft getDraft() {
    return draft;
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
