package dev.tocsin.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Page;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.sla.SlaPolicies;
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

/** What is promised to whom. */
@Path("sla/policies")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SlaPolicyResource {

  @Inject private SlaPolicies policies;
  @Inject private Caller caller;
  @Inject private Creating creating;

  /** Lists the policies in the order in which they are asked. */
  @GET
  @Doc("Lists the policies in the order in which they are asked; the first match wins.")
  public Page<PolicyView> list() {
    return Listed.whole(policies.list(caller.actor()));
  }

  /** Adds a policy. */
  @POST
  @Doc(value = "Adds a policy.", status = 201, answers = PolicyView.class)
  public Response create(PolicyDraft command) {
    return creating.once(() -> policies.create(caller.actor(), command), PolicyView::id);
  }

  /** Returns a policy. */
  @GET
  @Path("{id}")
  @Doc("Returns a policy.")
  public PolicyView get(@PathParam("id") UUID id) {
    return policies.require(caller.actor(), id);
  }

  /** Replaces a policy. */
  @PUT
  @Path("{id}")
  @Doc("Replaces a policy; open clocks are recomputed in the background.")
  public PolicyView replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      PolicyDraft command) {
    return policies.change(caller.actor(), id, command, IfMatch.version(ifMatch));
  }

  /** Changes parts of a policy. */
  @PATCH
  @Path("{id}")
  @Doc(value = "Lays a merge patch over a policy.", body = PolicyDraft.class)
  public PolicyView change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
    PolicyView now = policies.require(caller.actor(), id);
    PolicyDraft present =
        new PolicyDraft(
            now.name(),
            now.order(),
            now.enabled(),
            now.conditions(),
            now.targets(),
            now.pauseOnWaiting(),
            now.pauseMetrics(),
            now.excludeResolvedTime(),
            now.thresholds());
    PolicyDraft command = MergePatch.apply(present, patch, PolicyDraft.class);
    Long version = ifMatch == null ? Long.valueOf(now.version()) : IfMatch.version(ifMatch);
    return policies.change(caller.actor(), id, command, version);
  }

  /** Removes a policy. */
  @DELETE
  @Path("{id}")
  @Doc(value = "Removes a policy; clocks that run go on.", status = 204)
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    policies.delete(caller.actor(), id, IfMatch.version(ifMatch));
  }
}
