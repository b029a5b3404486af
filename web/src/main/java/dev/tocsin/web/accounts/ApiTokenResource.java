package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ApiTokenCreated;
import dev.tocsin.accounts.ApiTokenView;
import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.accounts.CreateApiToken;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API tokens; for administrators. */
@Path("api-tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ApiTokenResource {

  @Inject private ApiTokens tokens;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists tokens, never their secrets. */
  @GET
  @Doc("Lists tokens, never their secrets.")
  public Page<ApiTokenView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return tokens.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a token. */
  @POST
  @Doc(
      value = "Creates a token; its secret is shown this once.",
      status = 201,
      answers = ApiTokenCreated.class)
  public Response create(CreateApiToken command) {
    return creating.once(() -> tokens.create(caller.actor(), command), ApiTokenCreated::id);
  }

  /** Returns what is known of a token. */
  @GET
  @Path("{id}")
  @Doc("Returns what is known of a token.")
  public ApiTokenView get(@PathParam("id") UUID id) {
    return tokens.require(caller.actor(), id);
  }

  /** Revokes a token at once. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Revokes a token at once.", status = 204)
  public void revoke(@PathParam("id") UUID id) {
    tokens.revoke(caller.actor(), id);
  }
}
