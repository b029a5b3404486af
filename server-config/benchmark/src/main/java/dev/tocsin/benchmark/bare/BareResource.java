package dev.tocsin.benchmark.bare;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** {@code POST /bare} inserts; {@code GET /health/ready} tells the launcher that it may begin. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BareResource {

  @Inject private BareRows rows;

  /** Inserts the subject of the body and answers the row's id. */
  @POST
  @Path("bare")
  public Map<String, String> insert(Map<String, String> body) {
    return Map.of("id", rows.insert(body.getOrDefault("subject", "")).toString());
  }

  /** Answers once the application is deployed. */
  @GET
  @Path("health/ready")
  public Map<String, String> ready() {
    return Map.of("status", "UP");
  }
}
