package dev.tocsin.web.escalation;

import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.SetSeverityRule;
import dev.tocsin.incidents.SeverityRuleView;
import dev.tocsin.persistence.Page;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Which policy an incident of a severity follows when no rule said so. */
@Path("escalation-policies/severity-rules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SeverityRuleResource {

  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;

  /** Lists the rules. */
  @GET
  @Doc("Lists the rules by severity.")
  public Page<SeverityRuleView> list() {
    return Listed.whole(policies.severityRules(caller.actor()));
  }

  /** Sets the policy of a severity. */
  @PUT
  @Path("{severity}")
  @Doc("Sets the policy of a severity.")
  public SeverityRuleView set(@PathParam("severity") String severity, SetSeverityRule command) {
    return policies.setSeverityRule(caller.actor(), severity, command);
  }

  /** Clears the policy of a severity. */
  @DELETE
  @Path("{severity}")
  @Doc(value = "Clears the policy of a severity.", status = 204)
  public void clear(@PathParam("severity") String severity) {
    policies.clearSeverityRule(caller.actor(), severity);
  }
}
