package dev.tocsin.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of an alert source, exactly as it came in.
 *
 * <p>It is stored before anything in it is judged, and stays due until all of it has been: what was
 * accepted is not lost when the server dies in between. Then it is kept for the record.
 */
@Entity
@Table(name = "alert_payloads", schema = "incidents")
public class AlertPayload {

  @Id private UUID id;

  private String source;

  @Column(name = "integration_key")
  private @Nullable String integrationKey;

  @Column(name = "received_by")
  private String receivedBy;

  @Column(name = "received_at")
  private Instant receivedAt;

  private String body;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private int failures;

  @Column(name = "judged_at")
  private @Nullable Instant judgedAt;

  @Column(name = "problems")
  @Convert(converter = TextsColumn.class)
  private List<String> problems;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AlertPayload() {}

  /** Makes one that is due at {@code dueAt} unless it is judged before. */
  AlertPayload(
      UUID id,
      String source,
      @Nullable String integrationKey,
      String receivedBy,
      String body,
      Instant receivedAt,
      Instant dueAt) {
    this.id = id;
    this.source = source;
    this.integrationKey = integrationKey;
    this.receivedBy = receivedBy;
    this.receivedAt = receivedAt;
    this.body = body;
    this.dueAt = dueAt;
    this.problems = List.of();
  }

  /** Closes it: nothing of it is due any more. */
  void judged(List<String> found, Instant at) {
    problems = List.copyOf(found);
    judgedAt = at;
    dueAt = null;
  }

  /** Keeps others away until then. */
  void lease(Instant until) {
    dueAt = until;
  }

  void postpone(Instant until, int count, String reason) {
    dueAt = until;
    failures = count;
    problems = List.of(reason);
  }

  UUID id() {
    return id;
  }

  String source() {
    return source;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  String body() {
    return body;
  }

  int failures() {
    return failures;
  }
}
