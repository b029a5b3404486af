package dev.tocsin.web.portal;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.WaitingFiles;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Opens a request for the reader's organisation. */
@Named
@ViewScoped
public class PortalNewPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/portal/ticket?id=";

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  private String subject = "";
  private String body = "";
  private Priority priority = Priority.P2;

  /** Opens the request; the page goes there when the files that wait are sent. */
  public void create() {
    Actor actor = caller.actor();
    UUID customer = actor.customerId();
    if (customer == null) {
      throw new Forbidden("role", "Your role does not allow this.");
    }
    OpenTicket command =
        new OpenTicket(customer, subject, body, priority, null, null, null, null, null);
    TicketView opened = ticketing.open(actor, command);
    Messages.done("portal.opened", opened.number());
    WaitingFiles.belongTo(opened.number(), null, PAGE + opened.number());
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }
}
