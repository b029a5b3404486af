package dev.tocsin.platform.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that an actor used, and the sealed answer it got.
 *
 * <p>The row is written by SQL before the work begins, so that a second request with the same key
 * waits for the first one's end; nobody ever sees one without its answer.
 */
@Entity
@Table(schema = "platform", name = "idempotency_key")
@IdClass(IdempotencyKeyId.class)
class IdempotencyKey {

  @Id private String actor;
  @Id private String key;
  private @Nullable String answer;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected IdempotencyKey() {}

  /** Returns the sealed answer. */
  String answer() {
    return Objects.requireNonNull(answer, "a committed key has its answer");
  }

  void answered(String sealed) {
    answer = sealed;
  }
}
