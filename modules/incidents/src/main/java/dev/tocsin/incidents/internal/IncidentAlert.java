package dev.tocsin.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an alert is, or was in an earlier episode, part of an incident. */
@Entity
@IdClass(IncidentAlert.Key.class)
@Table(name = "incident_alerts", schema = "incidents")
public class IncidentAlert {

  @Id
  @Column(name = "incident_id")
  private UUID incidentId;

  @Id
  @Column(name = "alert_id")
  private UUID alertId;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "linked_by")
  private String linkedBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected IncidentAlert() {}

  IncidentAlert(UUID incidentId, UUID alertId, Instant linkedAt, String linkedBy) {
    this.incidentId = incidentId;
    this.alertId = alertId;
    this.linkedAt = linkedAt;
    this.linkedBy = linkedBy;
  }

  /** The two ids, as JPA wants them. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID incidentId;
    private UUID alertId;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    public Key() {}

    Key(UUID incidentId, UUID alertId) {
      this.incidentId = incidentId;
      this.alertId = alertId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && incidentId.equals(key.incidentId)
          && alertId.equals(key.alertId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(incidentId, alertId);
    }
  }
}
