package dev.tocsin.web.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.fields.CustomFieldDraft;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.TicketFields;
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

/** The fields a desk adds to its tickets. */
@Path("ticket-fields")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketFieldResource {

  @Inject private TicketFields fields;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the fields. */
  @GET
  @Doc("Lists the fields in their order, archived ones last.")
  public Page<CustomFieldView> list() {
    return Listed.whole(fields.list(caller.actor()));
  }

  /** Adds a field. */
  @POST
  @Doc(value = "Adds a field.", status = 201, answers = CustomFieldView.class, failures = 409)
  public Response create(CustomFieldDraft command) {
    return creating.once(() -> fields.create(caller.actor(), command), CustomFieldView::id);
  }

  /** Returns a field. */
  @GET
  @Path("{id}")
  @Doc("Returns a field.")
  public CustomFieldView get(@PathParam("id") UUID id) {
    return fields.require(caller.actor(), id);
  }

  /** Replaces a field. */
  @PUT
  @Path("{id}")
  @Doc("Replaces a field but for its key and type; archived, it is no longer offered.")
  public CustomFieldView replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      CustomFieldDraft command) {
    return fields.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a field. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Lays a merge patch over a field.", body = CustomFieldDraft.class)
  public CustomFieldView change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    CustomFieldView now = fields.require(caller.actor(), id);
    CustomFieldDraft present =
        new CustomFieldDraft(
            now.key(),
            now.label(),
            now.type(),
            now.options(),
            now.required(),
            now.order(),
            now.archivedAt() != null);
    CustomFieldDraft command = MergePatch.apply(present, patch, CustomFieldDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return fields.change(caller.actor(), id, command, version);
  }

  /** Removes a field. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a field that no ticket has a value in.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    fields.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
