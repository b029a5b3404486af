package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.InboundMailDetail;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundQuery;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.ReleaseMail;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages read from mailboxes, and what became of each; for staff. */
@Path("inbound-mails")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class InboundMailResource {

  @Inject private InboundMails mails;
  @Inject private Caller caller;

  /** Lists messages. */
  @GET
  @Doc("Lists the messages that were read from mailboxes, the newest first.")
  public Page<InboundMailView> list(
      @QueryParam("state") @Nullable InboundState state,
      @QueryParam("mailbox_id") @Nullable UUID mailboxId,
      @QueryParam("ticket_id") @Nullable UUID ticketId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    InboundQuery query = new InboundQuery(state, mailboxId, ticketId);
    return mails.list(caller.actor(), query, Paging.of(limit, cursor));
  }

  /** Returns a message. */
  @GET
  @Path("{id}")
  @Doc("Returns a message with what it says, as plain text.")
  public InboundMailDetail get(@PathParam("id") UUID id) {
    return mails.require(caller.actor(), id);
  }

  /** Lets a message in. */
  @POST
  @Path("{id}/release")
  @Doc(
      value = "Makes a ticket or an answer of a message that was held or put aside.",
      failures = 409)
  public InboundMailView release(@PathParam("id") UUID id, ReleaseMail command) {
    return mails.release(caller.actor(), id, command);
  }

  /** Throws a message away. */
  @POST
  @Path("{id}/discard")
  @Doc(value = "Throws a message away that was held or put aside; it stays listed.", failures = 409)
  public InboundMailView discard(@PathParam("id") UUID id) {
    return mails.discard(caller.actor(), id);
  }
}
