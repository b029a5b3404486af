package dev.tocsin.web.portal;

import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.WaitingFiles;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One request: what was said in public, and what its organisation says next. */
@Named
@ViewScoped
public class PortalTicketPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/portal/ticket?id=";

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  private String id = "";
  private String body = "";
  private @Nullable Conversation conversation;

  /** Loads the request as it is now. */
  public void load() {
    conversation = ticketing.conversation(caller.actor(), id);
  }

  /**
   * Says something. The page goes where it was said when the files that wait are sent: on a closed
   * request that may be a new one.
   */
  public void answer() {
    CommentView said = ticketing.comment(caller.actor(), id, AddComment.inPublic(body));
    boolean here = conversation != null && said.ticketId().equals(conversation.ticket().id());
    Messages.done("portal.answered");
    WaitingFiles.belongTo(
        said.ticketId().toString(), said.id(), here ? null : PAGE + said.ticketId());
    body = "";
    load();
  }

  /** Closes the request for good. */
  public String close() {
    ticketing.transition(caller.actor(), id, TransitionTicket.to(TicketStatus.CLOSED));
    Messages.done("portal.closed");
    return "/portal/tickets?faces-redirect=true";
  }

  /** Returns the request with its public comments; null before it is loaded. */
  public @Nullable Conversation getConversation() {
    return conversation;
  }

  /** Returns whether the request may still be closed. */
  public boolean isOpen() {
    return conversation != null && conversation.ticket().status() != TicketStatus.CLOSED;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
