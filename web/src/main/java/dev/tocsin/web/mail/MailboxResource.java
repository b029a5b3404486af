package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mailboxes whose messages become tickets; for administrators. */
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MailboxResource {

  @Inject private Mailboxes mailboxes;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists mailboxes, never their passwords. */
  @GET
  @Doc("Lists mailboxes with how their last reading went, never their passwords.")
  public Page<MailboxView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return mailboxes.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Adds a mailbox. */
  @POST
  @Doc(
      value = "Reads a mailbox from now on; its messages become tickets and answers.",
      status = 201,
      answers = MailboxView.class)
  public Response create(CreateMailbox command) {
    return creating.once(() -> mailboxes.create(caller.actor(), command), MailboxView::id);
  }

  /** Returns a mailbox. */
  @GET
  @Path("{id}")
  @Doc("Returns a mailbox.")
  public MailboxView get(@PathParam("id") UUID id) {
    return mailboxes.require(caller.actor(), id);
  }

  /** Changes a mailbox. */
  @PATCH
  @Path("{id}")
  @Doc("Changes a mailbox and reads it at once; a password left out stays.")
  public MailboxView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeMailbox command) {
    return mailboxes.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Reads a mailbox no longer. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Reads a mailbox no longer; what was read stays.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    mailboxes.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
