package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.IllegalTransition;
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
 * Something that people must look after.
 *
 * <p>It begins triggered, by an alert or by hand; somebody acknowledges it; it ends resolved, or
 * canceled if it was none. What ended stays ended: should it happen again, that is a new incident.
 */
@Entity
@Table(name = "incidents", schema = "incidents")
public class Incident {

  @Id private UUID id;

  private long number;

  private String slug;

  private String title;

  private @Nullable String description;

  private @Nullable String summary;

  @Enumerated(EnumType.STRING)
  private IncidentStatus status;

  @Enumerated(EnumType.STRING)
  private IncidentSeverity severity;

  @Column(name = "group_key")
  private @Nullable String groupKey;

  @Convert(converter = TextMapColumn.class)
  private Map<String, String> labels;

  @Column(name = "created_by_type")
  @Enumerated(EnumType.STRING)
  private Actor.Kind createdByType;

  @Column(name = "created_by_id")
  private @Nullable UUID createdById;

  @Column(name = "created_by_name")
  private String createdByName;

  @Column(name = "commander_id")
  private @Nullable UUID commanderId;

  @Column(name = "triggered_at")
  private Instant triggeredAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Incident() {}

  /**
   * What an incident begins with.
   *
   * @param groupKey null when no further alert shall join it by its labels
   */
  record Beginning(
      String title,
      @Nullable String description,
      IncidentSeverity severity,
      @Nullable String groupKey,
      Map<String, String> labels) {}

  Incident(UUID id, long number, Beginning beginning, Actor by, Instant at) {
    this.id = id;
    this.number = number;
    this.slug = Slug.of(beginning.title());
    this.title = beginning.title();
    this.description = beginning.description();
    this.summary = beginning.description();
    this.status = IncidentStatus.TRIGGERED;
    this.severity = beginning.severity();
    this.groupKey = beginning.groupKey();
    this.labels = beginning.labels();
    this.createdByType = by.kind();
    this.createdById = by.id();
    this.createdByName = by.name();
    this.triggeredAt = at;
    this.createdAt = at;
  }

  /**
   * Moves to another state.
   *
   * @throws IllegalTransition when that state may not follow, naming those that may
   */
  void moveTo(IncidentStatus to, Instant at) {
    if (!status.next().contains(to)) {
      throw new IllegalTransition(status, to, status.next());
    }
    status = to;
    switch (to) {
      case ACKNOWLEDGED -> acknowledgedAt = at;
      case RESOLVED, CANCELED -> resolvedAt = at;
      case TRIGGERED -> throw new AssertionError("nothing leads back to triggered");
    }
  }

  void rate(IncidentSeverity newSeverity) {
    severity = newSeverity;
  }

  void summarize(@Nullable String text) {
    summary = text;
  }

  void putUnder(@Nullable UUID commander) {
    commanderId = commander;
  }

  public UUID id() {
    return id;
  }

  public long number() {
    return number;
  }

  /** Returns the number as people say it. */
  public String label() {
    return "INC-" + number;
  }

  String slug() {
    return slug;
  }

  public String title() {
    return title;
  }

  @Nullable String description() {
    return description;
  }

  @Nullable String summary() {
    return summary;
  }

  public IncidentStatus status() {
    return status;
  }

  public IncidentSeverity severity() {
    return severity;
  }

  @Nullable String groupKey() {
    return groupKey;
  }

  Map<String, String> labels() {
    return labels;
  }

  Actor.Kind createdByType() {
    return createdByType;
  }

  @Nullable UUID createdById() {
    return createdById;
  }

  String createdByName() {
    return createdByName;
  }

  @Nullable UUID commanderId() {
    return commanderId;
  }

  Instant triggeredAt() {
    return triggeredAt;
  }

  @Nullable Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  @Nullable Instant resolvedAt() {
    return resolvedAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
