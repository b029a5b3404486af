package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeUser;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.Deactivation;
import dev.tocsin.accounts.UserQuery;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Page;
import dev.tocsin.platform.Role;
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

/** People's accounts; for administrators. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class UserResource {

  @Inject private Users users;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists accounts by name. */
  @GET
  @Doc("Lists accounts by name.")
  public Page<UserView> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("role") @Nullable Role role,
      @QueryParam("active") @Nullable Boolean active,
      @QueryParam("customer_id") @Nullable UUID customerId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return users.list(
        caller.actor(), new UserQuery(q, role, active, customerId), Paging.of(limit, cursor));
  }

  /** Creates an account. */
  @POST
  @Doc(
      value = "Creates an account; without a password an invitation is emailed.",
      status = 201,
      answers = UserView.class)
  public Response create(CreateUser command) {
    return creating.once(() -> users.create(caller.actor(), command), UserView::id);
  }

  /** Returns an account. */
  @GET
  @Path("{id}")
  @Doc("Returns an account.")
  public UserView get(@PathParam("id") UUID id) {
    caller.actor().require(Role.ADMIN);
    return users.require(id);
  }

  /** Changes an account. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Changes an account.", failures = 409)
  public UserView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeUser command) {
    return users.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Deactivates an account. */
  @DELETE
  @Path("{id}")
  @Doc(
      value = "Deactivates an account, and warns about what still names the person.",
      failures = 409)
  public Deactivation deactivate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return users.deactivate(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
