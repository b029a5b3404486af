package dev.tocsin.web.tickets;

import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.ServiceLevels;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket: its conversation, clocks and history, and what may be done with it. */
@Named
@ViewScoped
public class TicketPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Ticketing ticketing;
  @Inject private ServiceLevels serviceLevels;
  @Inject private Caller caller;

  private String id = "";
  private @Nullable Conversation conversation;
  private List<ClockView> clocks = List.of();
  private List<HistoryView> history = List.of();

  /** Loads the ticket as it is now. */
  public void load() {
    Conversation loaded = ticketing.conversation(caller.actor(), id);
    conversation = loaded;
    clocks = serviceLevels.clocksOf(caller.actor(), loaded.ticket().id());
    history = ticketing.history(caller.actor(), id);
  }

  /** Moves the ticket to another state. */
  public void move(TicketStatus to) {
    ticketing.transition(caller.actor(), id, TransitionTicket.to(to));
    load();
  }

  /** Returns the ticket with its comments; null before it is loaded. */
  public @Nullable Conversation getConversation() {
    return conversation;
  }

  /** Returns the states that may follow. */
  public List<TicketStatus> getNext() {
    return conversation == null ? List.of() : List.copyOf(conversation.ticket().status().next());
  }

  public List<ClockView> getClocks() {
    return clocks;
  }

  public List<HistoryView> getHistory() {
    return history;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
