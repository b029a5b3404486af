package dev.tocsin.web.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.incidents.Alerts;
import dev.tocsin.incidents.IngestAlerts;
import dev.tocsin.incidents.IngestResult;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.web.rest.AnyParameter;
import dev.tocsin.web.rest.BufferedRequest;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.JsonText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** Where monitoring sends its alerts. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WebhookResource {

  @Inject private Alerts alerts;
  @Inject private Caller caller;
  @Context private HttpServletRequest request;

  /** Takes what a source sends. */
  @POST
  @Path("{source}")
  @Consumes(MediaType.WILDCARD)
  @AnyParameter
  @Doc(
      value = "Takes alerts as a source words them; unknown members are kept.",
      body = JsonNode.class)
  public IngestResult receive(@PathParam("source") String source) {
    Actor actor = caller.find().orElseGet(() -> unproven(source));
    byte[] body = BufferedRequest.bodyOf(request);
    JsonText.read(body);
    IngestAlerts command = new IngestAlerts(source, null, new String(body, StandardCharsets.UTF_8));
    return alerts.ingest(actor, command);
  }

  /** Returns the actor of a source that an administrator lets in without proof. */
  private Actor unproven(String source) {
    if (!alerts.isOpenSource(source)) {
      throw new Unauthenticated();
    }
    return new Actor(Actor.Kind.SYSTEM, null, source, Role.INGEST, null);
  }
}
