package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.ChangeLayer;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The layers of a schedule. */
@Path("schedules/{id}/layers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LayerResource {

  @Inject private Schedules schedules;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the layers in the order in which they are asked. */
  @GET
  @Doc("Lists a schedule's layers, the first that is asked first.")
  public Page<LayerView> list(@PathParam("id") UUID id) {
    return Listed.whole(schedules.layers(caller.actor(), id));
  }

  /** Adds a layer. */
  @POST
  @Doc(value = "Adds a layer.", status = 201, answers = LayerView.class)
  public Response add(@PathParam("id") UUID id, CreateLayer command) {
    return creating.once(() -> schedules.addLayer(caller.actor(), id, command), LayerView::id);
  }

  /** Returns a layer. */
  @GET
  @Path("{layer_id}")
  @Doc("Returns a layer.")
  public LayerView get(@PathParam("id") UUID id, @PathParam("layer_id") UUID layerId) {
    return schedules.requireLayer(caller.actor(), id, layerId);
  }

  /** Changes a layer. */
  @PATCH
  @Path("{layer_id}")
  @Doc("Changes a layer; participants, when given, replace all.")
  public LayerView change(
      @PathParam("id") UUID id,
      @PathParam("layer_id") UUID layerId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeLayer command) {
    return schedules.changeLayer(caller.actor(), id, layerId, command, IfMatch.version(ifMatch));
  }

  /** Removes a layer. */
  @DELETE
  @Path("{layer_id}")
  @Doc(value = "Removes a layer.", status = 204)
  public void remove(
      @PathParam("id") UUID id,
      @PathParam("layer_id") UUID layerId,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    schedules.removeLayer(caller.actor(), id, layerId, IfMatch.version(ifMatch));
  }
}
