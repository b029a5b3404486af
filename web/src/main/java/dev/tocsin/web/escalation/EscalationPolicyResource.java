package dev.tocsin.web.escalation;

import dev.tocsin.incidents.ChangePolicy;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.SimulationView;
import dev.tocsin.persistence.Page;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Escalation policies: whom to page, one tier after the other. */
@Path("escalation-policies")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class EscalationPolicyResource {

  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists policies by name. */
  @GET
  @Doc("Lists policies by name.")
  public Page<PolicyView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return policies.list(caller.actor(), Paging.of(limit, cursor));
  }

  /** Creates a policy. */
  @POST
  @Doc(value = "Creates a policy.", status = 201, answers = PolicyView.class)
  public Response create(CreatePolicy command) {
    return creating.once(() -> policies.create(caller.actor(), command), PolicyView::id);
  }

  /** Returns a policy. */
  @GET
  @Path("{id}")
  @Doc("Returns a policy with its tiers.")
  public PolicyView get(@PathParam("id") UUID id) {
    return policies.require(caller.actor(), id);
  }

  /** Changes a policy. */
  @PATCH
  @Path("{id}")
  @Doc("Changes a policy; tiers, when given, replace all.")
  public PolicyView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangePolicy command) {
    return policies.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Deletes a policy. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Deletes a policy that nothing needs.", status = 204, failures = 409)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    policies.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }

  /** Tells who would be paged, and when. */
  @POST
  @Path("{id}/simulate")
  @Doc("Tells who would be paged, by the engine's own code; nothing is stored.")
  public SimulationView simulate(@PathParam("id") UUID id, @QueryParam("at") @Nullable Instant at) {
    return policies.simulate(caller.actor(), id, at);
  }
}
