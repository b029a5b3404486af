package dev.tocsin.web.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViewDraft;
import dev.tocsin.ticketing.work.SavedViews;
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

/** Lists of tickets that people come back to. */
@Path("ticket-views")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketViewResource {

  @Inject private SavedViews views;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the views. */
  @GET
  @Doc("Lists the built-in views, the caller's own, their teams' and those for everyone.")
  public Page<SavedViewDetail> list() {
    return Listed.whole(views.list(caller.actor()));
  }

  /** Saves a view. */
  @POST
  @Doc(value = "Saves a view.", status = 201, answers = SavedViewDetail.class)
  public Response create(SavedViewDraft command) {
    return creating.once(() -> views.create(caller.actor(), command), SavedViewDetail::id);
  }

  /** Returns a view. */
  @GET
  @Path("{id}")
  @Doc("Returns a view; its filter holds the parameters of the list of tickets.")
  public SavedViewDetail get(@PathParam("id") UUID id) {
    return views.require(caller.actor(), id);
  }

  /** Replaces a view. */
  @PUT
  @Path("{id}")
  @Doc(value = "Replaces a view; a built-in one stays as it is.", failures = 409)
  public SavedViewDetail replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SavedViewDraft command) {
    return views.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a view. */
  @PATCH
  @Path("{id}")
  @Doc(
      value = "Lays a merge patch over a view; a built-in one stays as it is.",
      body = SavedViewDraft.class,
      failures = 409)
  public SavedViewDetail change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    SavedViewDetail now = views.require(caller.actor(), id);
    SavedViewDraft present =
        new SavedViewDraft(
            now.name(), now.order(), now.audience(), now.teamId(), now.filter(), now.columns());
    SavedViewDraft command = MergePatch.apply(present, patch, SavedViewDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return views.change(caller.actor(), id, command, version);
  }

  /** Removes a view. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a view; a built-in one stays.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    views.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
