package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.incidents.AcknowledgmentStatus;
import dev.tocsin.incidents.AlertSeverity;
import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.incidents.AlertSummary;
import dev.tocsin.incidents.AlertView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a source says is wrong.
 *
 * <p>There is one row for as long as the source calls it by the same id. It fires, its source
 * repeats it, it is resolved; when it fires again that is a new episode, with its own incident and
 * unacknowledged.
 */
@Entity
@Table(name = "alerts", schema = "incidents")
public class Alert {

  @Id private UUID id;

  private String source;

  @Column(name = "external_id")
  private String externalId;

  private String fingerprint;

  @Enumerated(EnumType.STRING)
  private AlertStatus status;

  @Enumerated(EnumType.STRING)
  private AlertSeverity severity;

  private String title;

  private @Nullable String description;

  @Convert(converter = TextMapColumn.class)
  private Map<String, String> labels;

  @Convert(converter = TextMapColumn.class)
  private Map<String, String> annotations;

  @Column(name = "raw_payload")
  @Convert(converter = RawColumn.class)
  private JsonNode rawPayload;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "last_received_at")
  private Instant lastReceivedAt;

  private int episode;

  @Column(name = "incident_id")
  private @Nullable UUID incidentId;

  @Column(name = "acknowledgment_status")
  @Enumerated(EnumType.STRING)
  private AcknowledgmentStatus acknowledgmentStatus;

  @Column(name = "acknowledged_by")
  private @Nullable String acknowledgedBy;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Alert() {}

  /** Makes an alert that is seen for the first time. */
  @SuppressWarnings("NullAway.Init") // tell sets the rest
  Alert(UUID id, String source, IncomingAlert told, Instant at) {
    this.id = id;
    this.source = source;
    this.externalId = told.externalId();
    this.fingerprint = told.externalId();
    this.receivedAt = at;
    this.startedAt = told.startedAt() == null ? at : told.startedAt();
    this.episode = 1;
    this.acknowledgmentStatus = AcknowledgmentStatus.PENDING;
    tell(told, at);
  }

  /** Takes over what its source says now; firing again after it was resolved begins an episode. */
  void hear(IncomingAlert told, Instant at) {
    boolean again = status == AlertStatus.RESOLVED && told.status() == AlertStatus.FIRING;
    if (again) {
      episode++;
      startedAt = told.startedAt() == null ? at : told.startedAt();
      acknowledgmentStatus = AcknowledgmentStatus.PENDING;
      acknowledgedBy = null;
      acknowledgedAt = null;
    }
    tell(told, at);
  }

  private void tell(IncomingAlert told, Instant at) {
    if (told.status() == AlertStatus.FIRING) {
      endedAt = null;
    } else if (status != AlertStatus.RESOLVED) {
      endedAt = told.endedAt() == null ? at : told.endedAt();
    }
    status = told.status();
    severity = told.severity();
    title = told.title();
    description = told.description();
    labels = told.labels();
    annotations = told.annotations();
    rawPayload = told.raw();
    lastReceivedAt = at;
  }

  void belongTo(@Nullable UUID incident) {
    incidentId = incident;
  }

  /** Notes who looks after it; returns false when somebody already did. */
  boolean acknowledge(String by, Instant at) {
    if (acknowledgmentStatus == AcknowledgmentStatus.ACKNOWLEDGED) {
      return false;
    }
    acknowledgmentStatus = AcknowledgmentStatus.ACKNOWLEDGED;
    acknowledgedBy = by;
    acknowledgedAt = at;
    return true;
  }

  public AlertSummary summary(@Nullable String incidentNumber) {
    return new AlertSummary(
        id,
        source,
        externalId,
        status,
        severity,
        title,
        labels,
        startedAt,
        endedAt,
        receivedAt,
        acknowledgmentStatus,
        incidentId,
        incidentNumber);
  }

  public AlertView view(@Nullable String incidentNumber) {
    return new AlertView(
        id,
        source,
        externalId,
        fingerprint,
        status,
        severity,
        title,
        description,
        labels,
        annotations,
        startedAt,
        endedAt,
        receivedAt,
        lastReceivedAt,
        acknowledgmentStatus,
        acknowledgedBy,
        acknowledgedAt,
        episode,
        incidentId,
        incidentNumber,
        version);
  }

  public UUID id() {
    return id;
  }

  String source() {
    return source;
  }

  String externalId() {
    return externalId;
  }

  AlertStatus status() {
    return status;
  }

  AlertSeverity severity() {
    return severity;
  }

  String title() {
    return title;
  }

  @Nullable String description() {
    return description;
  }

  Map<String, String> labels() {
    return labels;
  }

  Instant lastReceivedAt() {
    return lastReceivedAt;
  }

  public @Nullable UUID incidentId() {
    return incidentId;
  }
}
