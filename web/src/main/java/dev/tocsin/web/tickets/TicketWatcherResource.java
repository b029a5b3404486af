package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Watcher;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Who wants to hear of what happens to a ticket. */
@Path("tickets/{id}/watchers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketWatcherResource {

  @Inject private TicketWatchers watchers;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lets a person watch. */
  public record AddWatcher(@NotNull UUID userId) {}

  /** Lists watchers. */
  @GET
  @Doc("Lists who hears of what happens to a ticket.")
  public Page<Watcher> list(@PathParam("id") String ref) {
    return Listed.whole(watchers.list(caller.actor(), ref));
  }

  /** Adds a watcher. */
  @POST
  @Doc(
      value = "Lets a person hear of what happens; a customer's people add themselves only.",
      status = 201,
      answers = Watcher.class)
  public Response add(@PathParam("id") String ref, AddWatcher command) {
    return creating.once(
        () -> watchers.add(caller.actor(), ref, command.userId()), Watcher::userId);
  }

  /** Removes a watcher. */
  @DELETE
  @Path("{user_id}")
  @Doc(value = "Lets a person hear no more; who does not stays out.", status = 204)
  public void remove(@PathParam("id") String ref, @PathParam("user_id") UUID userId) {
    watchers.remove(caller.actor(), ref, userId);
  }
}
