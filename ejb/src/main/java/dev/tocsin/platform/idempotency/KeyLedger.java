package dev.tocsin.platform.idempotency;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.SecretBox;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** The keys in use, and the answers given for them. */
final class KeyLedger {

  /** How long an answer is given again. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final Pattern KEY =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

  private final EntityManager entityManager;
  private final SecretBox box;

  KeyLedger(EntityManager entityManager, SecretBox box) {
    this.entityManager = entityManager;
    this.box = box;
  }

  /** Returns the row's id for a key of an actor. */
  static IdempotencyKeyId id(Actor actor, String key) {
    if (!KEY.matcher(key).matches()) {
      throw new Rejected(
          "", "idempotency_key", "Idempotency-Key must be 1 to 255 printable ASCII characters.");
    }
    Object who = actor.id() == null ? actor.name() : actor.id();
    return new IdempotencyKeyId(actor.kind() + ":" + who, key);
  }

  /**
   * Takes a key that is free or has expired and returns true; false when it has an answer.
   *
   * <p>While another transaction holds the same key, the insert waits for that one's end.
   */
  boolean claim(IdempotencyKeyId id, Instant now) {
    int taken =
        entityManager
            .createNativeQuery(
                "INSERT INTO platform.idempotency_key AS k"
                    + " (actor, key, expires_at) VALUES (?1, ?2, ?3)"
                    + " ON CONFLICT (actor, key) DO UPDATE SET expires_at = excluded.expires_at,"
                    + " answer = NULL WHERE k.expires_at <= ?4")
            .setParameter(1, id.actor())
            .setParameter(2, id.key())
            .setParameter(3, InstantColumn.of(now.plus(KEPT)))
            .setParameter(4, InstantColumn.of(now))
            .executeUpdate();
    return taken == 1;
  }

  /** Returns the answer that a key got for this request. */
  Outcome answer(IdempotencyKeyId id, String route, String bodyHash) {
    Kept kept = Json.read(box.open(row(id).answer()), Kept.class);
    if (!kept.route().equals(route) || !kept.bodyHash().equals(bodyHash)) {
      throw new KeyReused();
    }
    return kept.outcome();
  }

  void keep(IdempotencyKeyId id, String route, String bodyHash, Outcome outcome) {
    row(id).answered(box.seal(Json.write(new Kept(route, bodyHash, outcome))));
  }

  /** What is sealed: a plain digest of a body that holds a password would be a fast hash of it. */
  private record Kept(String route, String bodyHash, Outcome outcome) {}

  private IdempotencyKey row(IdempotencyKeyId id) {
    return Objects.requireNonNull(entityManager.find(IdempotencyKey.class, id));
  }
}
