package dev.tocsin.web.audit;

import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.audit.AuditEntryView;
import dev.tocsin.platform.audit.AuditLog;
import dev.tocsin.platform.audit.AuditQuery;
import dev.tocsin.platform.audit.AuditVerification;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Who changed what, and whether anybody has tampered with that record. */
@Named
@ViewScoped
public class AuditPage extends ListPage<AuditEntryView> {
  private static final long serialVersionUID = 1L;

  @Inject private AuditLog log;
  @Inject private Caller caller;

  private @Nullable AuditVerification verification;

  @Override
  protected Page<AuditEntryView> fetch(Filters wanted, PageRequest request) {
    AuditQuery query =
        new AuditQuery(
            wanted.text("entity_type"),
            wanted.text("entity_id"),
            wanted.text("q"),
            wanted.text("action"),
            null,
            null);
    return log.list(caller.actor(), query, request);
  }

  /** Walks the whole chain. */
  public void verify() {
    verification = log.verify(caller.actor());
  }

  /** Returns what the walk found; null before one. */
  public @Nullable AuditVerification getVerification() {
    return verification;
  }

  /** Returns an entry's detail as one line of JSON; empty when there is none. */
  public String detail(AuditEntryView entry) {
    return entry.detail().isEmpty() ? "" : Json.write(entry.detail());
  }
}
