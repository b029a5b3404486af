package dev.tocsin.incidents.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.work.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** Deletes what alert sources sent long ago; never what is not judged yet, however old it is. */
@ApplicationScoped
public class OldAlertPayloads extends Purge {

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

  @Inject private Settings settings;

  /** Makes the one of this node. */
  public OldAlertPayloads() {
    super(Duration.ofMinutes(10));
  }

  @Override
  public String name() {
    return "old-alert-payloads";
  }

  @Override
  protected int delete(Instant now, int limit) {
    Duration kept = Duration.ofDays(settings.require(IncidentSettings.PAYLOAD_RETENTION));
    return entityManager
        .createNativeQuery(DELETE)
        .setParameter(1, InstantColumn.of(now.minus(kept)))
        .setParameter(2, limit)
        .executeUpdate();
  }
}
