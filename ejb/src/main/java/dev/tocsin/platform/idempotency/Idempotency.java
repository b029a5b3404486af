package dev.tocsin.platform.idempotency;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a POST that creates safe to repeat: within a day, one key creates once. */
@Stateless
public class Idempotency {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private SecretBox box;
  @Inject private Clock clock;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // the container injects the fields
  public Idempotency() {}

  /** Makes one that is not managed by a container. */
  @SuppressWarnings("UnnecessaryAssignment") // without a container nobody injects
  public Idempotency(EntityManager entityManager, SecretBox box, Clock clock) {
    this.entityManager = entityManager;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Creates, or gives the answer again that an earlier request with the same key got.
   *
   * <p>All in one transaction, the caller's if there is one: when creating throws, nothing is kept
   * and the key is free. A second request with the same key waits for the first one to end.
   *
   * @param key the header {@code Idempotency-Key}; null just creates
   * @param route method and path
   * @param bodyHash a digest of the body as it came
   * @param create does the work, in this transaction, and returns the answer
   * @throws KeyReused when the key came with another route or body
   * @throws dev.tocsin.platform.error.Rejected when the key is empty, longer than 255 characters or
   *     not printable ASCII
   */
  public Outcome once(
      Actor actor, @Nullable String key, String route, String bodyHash, Supplier<Outcome> create) {
    if (key == null) {
      return create.get();
    }
    KeyLedger ledger = new KeyLedger(entityManager, box);
    IdempotencyKeyId id = KeyLedger.id(actor, key);
    if (!ledger.claim(id, Times.now(clock))) {
      return ledger.answer(id, route, bodyHash);
    }
    Outcome outcome = create.get();
    ledger.keep(id, route, bodyHash, outcome);
    return outcome;
  }
}
