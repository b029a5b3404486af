package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deadline that was missed and announced; a change of target may take it back. */
@Entity
@Table(name = "breach", schema = "sla")
public class Breach {

  @SuppressWarnings("UnusedVariable") // JPA reads it
  @Id
  private UUID id;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "clock_id")
  private UUID clockId;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "announced_at")
  private Instant announcedAt;

  @SuppressWarnings("UnusedVariable") // reports read it
  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Breach() {}

  Breach(UUID clockId, Instant dueAt, Instant announcedAt) {
    this.id = Ids.next();
    this.clockId = clockId;
    this.dueAt = dueAt;
    this.announcedAt = announcedAt;
  }

  Instant announcedAt() {
    return announcedAt;
  }

  void withdraw(Instant at) {
    withdrawnAt = at;
  }

  void stand() {
    withdrawnAt = null;
  }
}
