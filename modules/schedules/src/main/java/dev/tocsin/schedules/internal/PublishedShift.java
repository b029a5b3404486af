package dev.tocsin.schedules.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What calendars were last told of a shift.
 *
 * <p>Written by {@link PublishedShifts} only, in one statement that counts the sequence up when the
 * content is another; entities are read-only.
 */
@Entity
@Table(name = "published_shifts", schema = "schedules")
public class PublishedShift {

  @Id private String uid;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String content;

  private int sequence;

  @Column(name = "changed_at")
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PublishedShift() {}

  String uid() {
    return uid;
  }

  boolean says(String other) {
    return content.equals(other);
  }

  int sequence() {
    return sequence;
  }

  Instant changedAt() {
    return changedAt;
  }
}
