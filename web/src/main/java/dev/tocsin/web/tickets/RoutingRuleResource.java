package dev.tocsin.web.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.RoutingRuleDraft;
import dev.tocsin.ticketing.RoutingRuleView;
import dev.tocsin.ticketing.RoutingTrial;
import dev.tocsin.ticketing.TicketRouting;
import dev.tocsin.ticketing.TryRouting;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.MergePatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules that give new tickets to somebody. */
@Path("ticket-routing-rules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RoutingRuleResource {

  @Inject private TicketRouting routing;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** The rules in their new order. */
  public record Reorder(@NotNull List<UUID> ids) {}

  /** Lists the rules in the order in which they are asked. */
  @GET
  @Doc("Lists the rules in the order in which they are asked.")
  public Page<RoutingRuleView> list() {
    return Listed.whole(routing.list(caller.actor()));
  }

  /** Adds a rule. */
  @POST
  @Doc(value = "Adds a rule.", status = 201, answers = RoutingRuleView.class)
  public Response create(RoutingRuleDraft command) {
    return creating.once(() -> routing.create(caller.actor(), command), RoutingRuleView::id);
  }

  /** Returns a rule. */
  @GET
  @Path("{id}")
  @Doc("Returns a rule.")
  public RoutingRuleView get(@PathParam("id") UUID id) {
    return routing.require(caller.actor(), id);
  }

  /** Replaces a rule. */
  @PUT
  @Path("{id}")
  @Doc("Replaces a rule.")
  public RoutingRuleView replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RoutingRuleDraft command) {
    return routing.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a rule. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Lays a merge patch over a rule.", body = RoutingRuleDraft.class)
  public RoutingRuleView change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    RoutingRuleView now = routing.require(caller.actor(), id);
    RoutingRuleDraft present =
        new RoutingRuleDraft(
            now.name(), now.order(), now.enabled(), now.conditions(), now.actions());
    RoutingRuleDraft command = MergePatch.apply(present, patch, RoutingRuleDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return routing.change(caller.actor(), id, command, version);
  }

  /** Removes a rule. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a rule.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    routing.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }

  /** Changes the order. */
  @PUT
  @Path("reorder")
  @Doc("Sets the order in which the rules are asked; all of them are named.")
  public Page<RoutingRuleView> reorder(Reorder command) {
    return Listed.whole(routing.reorder(caller.actor(), command.ids()));
  }

  /** Tries the rules. */
  @POST
  @Path("test")
  @Doc("Tells who would get a ticket and what each rule says of it; nobody's turn is taken.")
  public RoutingTrial explain(TryRouting command) {
    return routing.explain(caller.actor(), command);
  }
}
