package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeTeam;
import dev.tocsin.accounts.CreateTeam;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.IfMatch;
import dev.tocsin.web.rest.Listed;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** Teams and who is in them. */
@Path("teams")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TeamResource {

  @Inject private Teams teams;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** A person to be added. */
  public record AddMember(@NotNull UUID userId) {}

  /** Lists teams by name. */
  @GET
  @Doc("Lists teams.")
  public Page<TeamView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return teams.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a team. */
  @POST
  @Doc(value = "Creates a team.", status = 201, answers = TeamView.class)
  public Response create(CreateTeam command) {
    return creating.once(() -> teams.create(caller.actor(), command), TeamView::id);
  }

  /** Returns a team. */
  @GET
  @Path("{id}")
  @Doc("Returns a team.")
  public TeamView get(@PathParam("id") UUID id) {
    caller.actor().requireStaff();
    return teams.require(id);
  }

  /** Changes a team. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Changes a team.", failures = 409)
  public TeamView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeTeam command) {
    return teams.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Deletes a team. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Deletes a team.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    teams.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }

  /** Lists a team's people. */
  @GET
  @Path("{id}/members")
  @Doc("Lists a team's people.")
  public Page<UserView> members(@PathParam("id") UUID id) {
    return Listed.whole(teams.members(caller.actor(), id));
  }

  /** Adds a person to a team. */
  @POST
  @Path("{id}/members")
  @Doc("Adds a person; who is in stays in.")
  public TeamView addMember(@PathParam("id") UUID id, AddMember command) {
    teams.addMember(caller.actor(), id, command.userId());
    return teams.require(id);
  }

  /** Removes a person from a team. */
  @DELETE
  @Path("{id}/members/{user_id}")
  @Doc(value = "Removes a person; who is out stays out.", status = 204)
  public void removeMember(@PathParam("id") UUID id, @PathParam("user_id") UUID userId) {
    teams.removeMember(caller.actor(), id, userId);
  }
}
