package dev.tocsin.web.support;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The five routes of the support API. */
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequestScoped
public class SupportResource {

  @Inject private Ticketing ticketing;
  @Inject private Customers customers;
  @Inject private SupportViews views;
  @Inject private Caller caller;
  @Context private HttpServletRequest request;

  /** Opens a ticket. */
  @POST
  @Doc(
      value = "Opens a ticket.",
      status = 201,
      body = SupportViews.NewTicket.class,
      answers = SupportViews.Ticket.class)
  public Response open() {
    SupportBody body = SupportBody.of(request);
    String key = body.text("customer_id");
    String subject = body.text("subject");
    String text = body.text("body");
    Optional<Priority> priority = body.priority();
    if (key.isBlank() || subject.isBlank()) {
      throw new SupportError(400, "customer_id and subject are required");
    }
    Priority level = priority.orElseThrow(SupportBody::invalid);
    UUID customer = tenant(key).orElseThrow(SupportResource::denied);
    TicketView opened =
        ticketing.openUnasked(
            caller.actor(),
            new OpenTicket(
                customer,
                LongText.cut(subject, LongText.SUBJECT),
                LongText.isLonger(subject, LongText.SUBJECT) ? subject + "\n\n" + text : text,
                level,
                null,
                null,
                null,
                null,
                null));
    return Response.status(201).entity(views.ticket(opened, List.of())).build();
  }

  /** Lists a customer's tickets. */
  @GET
  @Doc("Lists a customer's tickets, the newest change first.")
  public List<SupportViews.Ticket> list(@QueryParam("customer_id") @Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new SupportError(400, "customer_id query parameter is required");
    }
    Optional<UUID> customer = tenant(key);
    if (customer.isEmpty() && caller.actor().isCustomer()) {
      throw denied();
    }
    return customer
        .map(id -> views.tickets(ticketing.conversations(caller.actor(), id)))
        .orElse(List.of());
  }

  /** Returns a ticket. */
  @GET
  @Path("{id}")
  @Doc("Returns a ticket with its comments.")
  public SupportViews.Ticket get(@PathParam("id") String ref) {
    return views.ticket(ticketing.conversation(caller.actor(), known(ref)));
  }

  /** Comments on a ticket. */
  @POST
  @Path("{id}/comments")
  @Doc(
      value = "Comments on a ticket; the author is shown, the token says who speaks.",
      status = 201,
      body = SupportViews.NewComment.class,
      answers = SupportViews.Comment.class)
  public Response comment(@PathParam("id") String ref) {
    ticketing.require(caller.actor(), known(ref));
    SupportBody body = SupportBody.of(request);
    String author = body.text("author");
    String text = body.text("body");
    if (author.isBlank() || text.isBlank()) {
      throw new SupportError(400, "author and body are required");
    }
    CommentView comment =
        ticketing.comment(
            caller.actor(),
            ref,
            new AddComment(text, Visibility.PUBLIC, LongText.cut(author, LongText.AUTHOR)));
    return Response.status(201).entity(SupportViews.comment(comment)).build();
  }

  /** Closes a ticket. */
  @POST
  @Path("{id}/close")
  @Doc(value = "Closes a ticket.", failures = 409)
  public SupportViews.Ticket close(@PathParam("id") String ref) {
    ticketing.transition(caller.actor(), known(ref), TransitionTicket.to(TicketStatus.CLOSED));
    return views.ticket(ticketing.conversation(caller.actor(), ref));
  }

  /** Returns the customer a key names, if the caller may act for it. */
  private Optional<UUID> tenant(String key) {
    Optional<UUID> named = customers.byKey(key).map(CustomerView::id);
    return caller.actor().isCustomer()
        ? named.filter(id -> id.equals(caller.actor().customerId()))
        : named;
  }

  /** Lets pass what can name a ticket; anything else is as unknown as a number never given. */
  private static String known(String ref) {
    if (!ref.matches("(?i)TKT-[0-9]{1,18}|[0-9a-f-]{36}")) {
      throw new SupportError(404, "ticket not found");
    }
    return ref;
  }

  private static SupportError denied() {
    return new SupportError(403, "access denied");
  }
}
