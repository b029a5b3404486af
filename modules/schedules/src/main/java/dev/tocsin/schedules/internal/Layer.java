package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One layer of a schedule as it is stored; its terms are always judged good beforehand. */
@Entity
@Table(name = "layers", schema = "schedules")
public class Layer {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  private String name;

  @Column(name = "order_index")
  private int orderIndex;

  @Column(name = "rotation_type")
  @Enumerated(EnumType.STRING)
  private RotationType rotationType;

  @Column(name = "rotation_length")
  private int rotationLength;

  @Column(name = "rotation_start")
  private String rotationStart;

  @Column(name = "shift_seconds")
  private @Nullable Long shiftSeconds;

  @Convert(converter = TextsColumn.class)
  private List<String> weekdays;

  private int concurrent;

  @Convert(converter = PeopleColumn.class)
  private List<Person> participants;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Layer() {}

  /** Makes a layer of a schedule. */
  @SuppressWarnings("NullAway.Init") // replan sets the rest
  Layer(UUID id, UUID scheduleId, LayerTerms terms, Instant at) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.createdAt = at;
    replan(terms);
  }

  /** Replaces all terms, as one. */
  void replan(LayerTerms terms) {
    name = terms.name();
    orderIndex = terms.orderIndex();
    rotationType = terms.type();
    rotationLength = terms.length();
    rotationStart = RotationStart.parse(terms.start()).map(RotationStart::text).orElseThrow();
    shiftSeconds = terms.shiftDuration() == null ? null : terms.shiftDuration().toSeconds();
    weekdays = terms.weekdays();
    concurrent = terms.concurrent();
    participants = terms.participants();
  }

  LayerTerms terms() {
    return new LayerTerms(
        name,
        orderIndex,
        rotationType,
        rotationLength,
        rotationStart,
        shiftDuration(),
        weekdays,
        concurrent,
        participants);
  }

  private @Nullable Duration shiftDuration() {
    return shiftSeconds == null ? null : Duration.ofSeconds(shiftSeconds);
  }

  public LayerView view() {
    return new LayerView(
        id,
        scheduleId,
        name,
        orderIndex,
        rotationType,
        rotationLength,
        rotationStart,
        shiftDuration(),
        weekdays,
        concurrent,
        participants,
        terms().warnings(),
        version);
  }

  public UUID id() {
    return id;
  }

  public UUID scheduleId() {
    return scheduleId;
  }

  public int orderIndex() {
    return orderIndex;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
