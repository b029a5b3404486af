package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.TimelineEntryView;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an incident; the database itself refuses to change or delete it. */
@Entity
@Table(name = "timeline_entries", schema = "incidents")
public class TimelineEntry {

  @Id private UUID id;

  @Column(name = "incident_id")
  private UUID incidentId;

  private Instant at;

  private String type;

  @Column(name = "actor_type")
  @Enumerated(EnumType.STRING)
  private Actor.Kind actorType;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Convert(converter = ContentColumn.class)
  private Map<String, Object> content;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TimelineEntry() {}

  TimelineEntry(
      UUID id, UUID incidentId, String type, Actor actor, Instant at, Map<String, Object> content) {
    this.id = id;
    this.incidentId = incidentId;
    this.at = at;
    this.type = type;
    this.actorType = actor.kind();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.content = content;
  }

  public TimelineEntryView view() {
    return new TimelineEntryView(id, at, type, Code.of(actorType), actorId, actorName, content);
  }

  public UUID id() {
    return id;
  }
}
