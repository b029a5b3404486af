package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.internal.Stretch.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A stretch of a clock's life that is over; written once, never changed. */
@Entity
@Table(name = "frame", schema = "sla")
public class SlaFrame {

  @Id private UUID id;

  @Column(name = "clock_id")
  private UUID clockId;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "to_at")
  private Instant to;

  private boolean counted;

  @Convert(converter = Columns.OfReason.class)
  private Reason reason;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SlaFrame() {}

  SlaFrame(UUID clockId, Stretch stretch, Instant to) {
    this.id = Ids.next();
    this.clockId = clockId;
    this.from = Times.truncate(stretch.from());
    this.to = Times.truncate(to);
    this.counted = stretch.counted();
    this.reason = stretch.reason();
  }

  UUID clockId() {
    return clockId;
  }

  Stretch stretch() {
    return new Stretch(from, to, counted, reason);
  }
}
