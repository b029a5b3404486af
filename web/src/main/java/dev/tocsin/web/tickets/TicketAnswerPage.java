package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.console.WaitingFiles;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;

/** What an agent says on a ticket: to the customer, or to colleagues only. */
@Named
@ViewScoped
public class TicketAnswerPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Ticketing ticketing;
  @Inject private TicketPage page;
  @Inject private Caller caller;

  private String body = "";

  /** Answers the customer. */
  public void reply() {
    add(AddComment.inPublic(body));
  }

  /** Notes something that no customer sees. */
  public void note() {
    add(AddComment.internal(body));
  }

  private void add(AddComment comment) {
    CommentView said = ticketing.comment(caller.actor(), page.getId(), comment);
    WaitingFiles.belongTo(said.ticketId().toString(), said.id(), null);
    clear();
  }

  /** Forgets what was written, for it was said, and shows the ticket as it is now. */
  void clear() {
    body = "";
    page.load();
  }

  /** Has the files that wait hang on what was said last. */
  void attachToLast() {
    Conversation now = Objects.requireNonNull(page.getConversation(), "loaded");
    CommentView said = now.comments().get(now.comments().size() - 1);
    WaitingFiles.belongTo(said.ticketId().toString(), said.id(), null);
  }

  /** Returns the ticket that is answered. */
  String getTicket() {
    return page.getId();
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }
}
