package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Page;
import dev.tocsin.schedules.CreateFeedToken;
import dev.tocsin.schedules.FeedTokenCreated;
import dev.tocsin.schedules.FeedTokenView;
import dev.tocsin.schedules.FeedTokens;
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

/** The tokens that open calendar feeds. */
@Path("feed-tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FeedTokenResource {

  @Inject private FeedTokens tokens;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists one's own tokens, or everybody's to an admin. */
  @GET
  @Doc("Lists one's own feed tokens, and everybody's to an admin; never their secrets.")
  public Page<FeedTokenView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return tokens.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a token. */
  @POST
  @Doc(
      value = "Creates a token that opens one calendar feed, or all; its secret is shown once.",
      status = 201,
      answers = FeedTokenCreated.class)
  public Response create(CreateFeedToken command) {
    return creating.once(() -> tokens.create(caller.actor(), command), FeedTokenCreated::id);
  }

  /** Returns what is known of a token. */
  @GET
  @Path("{id}")
  @Doc("Returns what is known of a feed token.")
  public FeedTokenView get(@PathParam("id") UUID id) {
    return tokens.require(caller.actor(), id);
  }

  /** Revokes a token at once. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Revokes a feed token at once.", status = 204)
  public void revoke(@PathParam("id") UUID id) {
    tokens.revoke(caller.actor(), id);
  }
}
