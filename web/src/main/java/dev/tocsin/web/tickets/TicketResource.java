package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets. */
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketResource {

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /**
   * What somebody says on a ticket; who says it is the caller.
   *
   * @param visibility public when absent
   */
  public record PostComment(@NotBlank String body, @Nullable Visibility visibility) {}

  /** Lists tickets. */
  @GET
  @Doc(
      "Lists tickets; assignee_id may be me or none, field is key:value, and q is read as PostgreSQL's "
          + "web search reads it.")
  public Page<TicketSummary> list(
      @QueryParam("status") List<TicketStatus> status,
      @QueryParam("priority") List<Priority> priority,
      @QueryParam("tag") List<String> tag,
      @QueryParam("assignee_id") @Nullable String assigneeId,
      @QueryParam("team_id") @Nullable UUID teamId,
      @QueryParam("customer_id") @Nullable UUID customerId,
      @QueryParam("sla") List<SlaState> sla,
      @QueryParam("field") List<String> field,
      @QueryParam("q") @Nullable String q,
      @QueryParam("sort") TicketQuery.@Nullable Sort sort,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    TicketFilter filter =
        new TicketFilter(
            status, priority, tag, assigneeId, teamId, customerId, sla, field, q, sort);
    Actor actor = caller.actor();
    return ticketing.list(actor, filter.query(actor), Paging.of(limit, cursor));
  }

  /** Opens a ticket. */
  @POST
  @Doc(value = "Opens a ticket.", status = 201, answers = TicketView.class)
  public Response open(OpenTicket command) {
    return creating.once(() -> ticketing.open(caller.actor(), command), TicketView::id);
  }

  /** Returns a ticket. */
  @GET
  @Path("{id}")
  @Doc("Returns a ticket by its id or number.")
  public TicketView get(@PathParam("id") String ref) {
    return ticketing.require(caller.actor(), ref);
  }

  /** Changes a ticket. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Changes a ticket.", failures = 409)
  public TicketView change(
      @PathParam("id") String ref,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeTicket command) {
    return ticketing.change(caller.actor(), ref, command, IfMatch.version(ifMatch));
  }

  /** Moves a ticket on. */
  @POST
  @Path("{id}/transitions")
  @Doc(value = "Moves a ticket to another state.", failures = 409)
  public TicketView transition(@PathParam("id") String ref, TransitionTicket command) {
    return ticketing.transition(caller.actor(), ref, command);
  }

  /** Lists what was said. */
  @GET
  @Path("{id}/comments")
  @Doc("Lists the comments the caller may read, the oldest first.")
  public Page<CommentView> comments(@PathParam("id") String ref) {
    return Listed.whole(ticketing.comments(caller.actor(), ref));
  }

  /** Says something. */
  @POST
  @Path("{id}/comments")
  @Doc(
      value = "Comments as the caller; only an agent's public comment answers a customer.",
      status = 201,
      answers = CommentView.class)
  public Response comment(@PathParam("id") String ref, PostComment command) {
    Visibility visibility = command.visibility() == null ? Visibility.PUBLIC : command.visibility();
    AddComment comment = new AddComment(command.body(), visibility, null);
    return creating.once(() -> ticketing.comment(caller.actor(), ref, comment), null);
  }

  /** Lists what happened. */
  @GET
  @Path("{id}/history")
  @Doc("Lists what happened to a ticket.")
  public Page<HistoryView> history(@PathParam("id") String ref) {
    return Listed.whole(ticketing.history(caller.actor(), ref));
  }
}
