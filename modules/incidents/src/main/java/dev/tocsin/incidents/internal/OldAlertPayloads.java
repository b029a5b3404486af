package dev.tocsin.incidents.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.work.OldRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Deletes what alert sources sent long ago; never what is not judged yet, however old it is. */
@ApplicationScoped
public class OldAlertPayloads extends OldRows {

  private static final String DELETE =
      """
      DELETE FROM incidents.alert_payloads WHERE id IN (
          SELECT id FROM incidents.alert_payloads
          WHERE judged_at IS NOT NULL AND received_at < ?1
          ORDER BY received_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;

  @Inject
  @Unit("incidents")
  private EntityManager entityManager;

  /** Makes the one of this node. */
  public OldAlertPayloads() {
    super("old-alert-payloads", IncidentSettings.PAYLOAD_RETENTION, DELETE);
  }

  @Override
  protected EntityManager entityManager() {
    return entityManager;
  }
}
