package dev.tocsin.benchmark.bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The one row of the benchmark. */
@Entity
@Table(name = "bare_row")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA fills and reads the fields
public class BareRow {

  @Id private UUID id;
  private String subject;
  private OffsetDateTime createdAt;

  protected BareRow() {}

  BareRow(UUID id, String subject, OffsetDateTime createdAt) {
    this.id = id;
    this.subject = subject;
    this.createdAt = createdAt;
  }
}
