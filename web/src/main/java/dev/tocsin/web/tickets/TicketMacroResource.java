package dev.tocsin.web.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.work.MacroDraft;
import dev.tocsin.ticketing.work.MacroView;
import dev.tocsin.ticketing.work.Macros;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.MergePatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers that are given often, with the changes that go with them. */
@Path("ticket-macros")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketMacroResource {

  @Inject private Macros macros;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the macros. */
  @GET
  @Doc("Lists the caller's own macros, their teams' and those for everyone.")
  public Page<MacroView> list() {
    return Listed.whole(macros.list(caller.actor()));
  }

  /** Keeps a macro. */
  @POST
  @Doc(
      value =
          "Keeps a macro; its reply may hold {{ticket.number}}, {{ticket.subject}},"
              + " {{ticket.priority}}, {{ticket.status}}, {{requester.name|there}},"
              + " {{requester.email}}, {{customer.name}}, {{assignee.name}} and {{agent.name}}.",
      status = 201,
      answers = MacroView.class)
  public Response create(MacroDraft command) {
    return creating.once(() -> macros.create(caller.actor(), command), MacroView::id);
  }

  /** Returns a macro. */
  @GET
  @Path("{id}")
  @Doc("Returns a macro.")
  public MacroView get(@PathParam("id") UUID id) {
    return macros.require(caller.actor(), id);
  }

  /** Replaces a macro. */
  @PUT
  @Path("{id}")
  @Doc("Replaces a macro.")
  public MacroView replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      MacroDraft command) {
    return macros.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a macro. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Lays a merge patch over a macro.", body = MacroDraft.class)
  public MacroView change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    MacroView now = macros.require(caller.actor(), id);
    MacroDraft present =
        new MacroDraft(
            now.name(),
            now.order(),
            now.audience(),
            now.teamId(),
            now.reply(),
            now.visibility(),
            now.change());
    MacroDraft command = MergePatch.apply(present, patch, MacroDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return macros.change(caller.actor(), id, command, version);
  }

  /** Removes a macro. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a macro; what it did stays done.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    macros.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
