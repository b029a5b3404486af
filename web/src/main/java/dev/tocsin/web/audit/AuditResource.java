package dev.tocsin.web.audit;

import dev.tocsin.persistence.Page;
import dev.tocsin.platform.audit.AuditEntryView;
import dev.tocsin.platform.audit.AuditLog;
import dev.tocsin.platform.audit.AuditQuery;
import dev.tocsin.platform.audit.AuditVerification;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The audit chain; for administrators. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {

  @Inject private AuditLog log;
  @Inject private Caller caller;

  /** Lists entries, the newest first. */
  @GET
  @Doc("Lists entries of the audit chain, the newest first.")
  public Page<AuditEntryView> list(
      @QueryParam("entity_type") @Nullable String entityType,
      @QueryParam("entity_id") @Nullable String entityId,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    AuditQuery query = new AuditQuery(entityType, entityId, actor, action, from, to);
    return log.list(caller.actor(), query, Paging.of(limit, cursor));
  }

  /** Proves the whole chain. */
  @GET
  @Path("verification")
  @Doc("Walks along the whole chain and names the first broken entry, if any.")
  public AuditVerification verification() {
    return log.verify(caller.actor());
  }
}
