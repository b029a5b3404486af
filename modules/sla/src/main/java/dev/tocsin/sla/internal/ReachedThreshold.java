package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.sla.Threshold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A band that a clock entered before a due time: announced, or superseded by a tighter one. */
@Entity
@Table(name = "threshold", schema = "sla")
public class ReachedThreshold {

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Id
  private UUID id;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "clock_id")
  private UUID clockId;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "before_micros")
  private long beforeMicros;

  @SuppressWarnings("UnusedVariable") // reports read it
  private String label;

  @Column(name = "announced_at")
  private @Nullable Instant announcedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ReachedThreshold() {}

  /** Notes a band; {@code announcedAt} is null for one that a tighter one superseded. */
  ReachedThreshold(UUID clockId, Instant dueAt, Threshold band, @Nullable Instant announcedAt) {
    this.id = Ids.next();
    this.clockId = clockId;
    this.dueAt = dueAt;
    this.beforeMicros = band.before().toNanos() / 1_000;
    this.label = band.label();
    this.announcedAt = announcedAt;
  }

  boolean is(Threshold band) {
    return Duration.of(beforeMicros, ChronoUnit.MICROS)
        .equals(band.before().truncatedTo(ChronoUnit.MICROS));
  }

  @Nullable Instant announcedAt() {
    return announcedAt;
  }
}
