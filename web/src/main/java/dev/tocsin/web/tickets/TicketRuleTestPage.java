package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.RoutingTrial;
import dev.tocsin.ticketing.TicketRouting;
import dev.tocsin.ticketing.TryRouting;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries the rules on a ticket that need not exist. */
@Named
@ViewScoped
public class TicketRuleTestPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TicketRouting routing;
  @Inject private Caller caller;

  private final TicketDraft draft = new TicketDraft();
  private @Nullable RoutingTrial trial;

  /** Lets in those who may read the rules. */
  public void load() {
    caller.actor().requireStaff();
  }

  /** Asks who would get the ticket; nobody's turn is taken. */
  public void run() {
    UUID customer = draft.getCustomerId();
    if (customer == null) {
      Messages.failed("rules.test_customer");
      return;
    }
    OpenTicket ticket = draft.open(customer);
    Requester requester = ticket.requester();
    trial =
        routing.explain(
            caller.actor(),
            new TryRouting(
                customer,
                ticket.priority(),
                ticket.tags(),
                ticket.subject(),
                ticket.body(),
                requester == null ? null : requester.email(),
                null));
  }

  public TicketDraft getDraft() {
    return draft;
  }

  /** Returns what the rules said; null before they were asked. */
  public @Nullable RoutingTrial getTrial() {
    return trial;
  }
}
