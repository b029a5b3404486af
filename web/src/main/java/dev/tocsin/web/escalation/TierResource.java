package dev.tocsin.web.escalation;

import dev.tocsin.incidents.ChangeTier;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.TierView;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The tiers of a policy; they are always numbered without gaps. */
@Path("escalation-policies/{id}/tiers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TierResource {

  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the tiers in their order. */
  @GET
  @Doc("Lists a policy's tiers in their order.")
  public Page<TierView> list(@PathParam("id") UUID id) {
    return Listed.whole(policies.require(caller.actor(), id).tiers());
  }

  /** Adds a tier at the end. */
  @POST
  @Doc(value = "Adds a tier at the end.", status = 201, answers = PolicyView.class)
  public Response add(@PathParam("id") UUID id, CreateTier command) {
    return creating.once(() -> policies.addTier(caller.actor(), id, command), null);
  }

  /** Changes a tier. */
  @PATCH
  @Path("{tier_id}")
  @Doc("Changes a tier.")
  public PolicyView change(
      @PathParam("id") UUID id, @PathParam("tier_id") UUID tierId, ChangeTier command) {
    return policies.changeTier(caller.actor(), id, tierId, command);
  }

  /** Removes a tier; those after it move up. */
  @DELETE
  @Path("{tier_id}")
  @Doc("Removes a tier; those after it move up.")
  public PolicyView remove(@PathParam("id") UUID id, @PathParam("tier_id") UUID tierId) {
    policies.removeTier(caller.actor(), id, tierId);
    return policies.require(caller.actor(), id);
  }
}
