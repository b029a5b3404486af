package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.AttemptView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a delivery; begun in the transaction that takes the lease, ended in the one that
 * records the outcome, both by {@link Leases}.
 */
@Entity
@IdClass(AttemptKey.class)
@Table(name = "attempt", schema = "notifications")
public class Attempt {

  @Id
  @Column(name = "delivery_id")
  private UUID deliveryId;

  @Id private int number;
  private String node;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Convert(converter = Columns.OfOutcome.class)
  private AttemptOutcome outcome;

  @Column(name = "status_code")
  private @Nullable Integer statusCode;

  private @Nullable String error;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Attempt() {}

  public AttemptView view() {
    Duration duration = endedAt == null ? null : Duration.between(startedAt, endedAt);
    return new AttemptView(number, node, startedAt, endedAt, duration, outcome, statusCode, error);
  }
}
