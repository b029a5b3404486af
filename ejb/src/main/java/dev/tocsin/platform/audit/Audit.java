package dev.tocsin.platform.audit;

import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records changes of configuration and decisions about people in the audit chain.
 *
 * <p>The entry commits or rolls back with the caller's transaction. The chain has one end, so
 * transactions that record take turns from their first record to their commit: record last, after
 * the rows of the command itself are locked, or two commands may wait for each other.
 */
@Stateless
public class Audit {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private SecretBox box;
  @Inject private Clock clock;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // the container injects the fields
  public Audit() {}

  /** Makes one that is not managed by a container. */
  @SuppressWarnings("UnnecessaryAssignment") // without a container nobody injects
  public Audit(EntityManager entityManager, SecretBox box, Clock clock) {
    this.entityManager = entityManager;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Appends an entry in the caller's transaction.
   *
   * @param action in the past tense, for example {@code user.deactivated}
   * @param entityType what kind of thing it happened to, for example {@code user}
   * @param entityId that thing's id, or its key when it has none
   * @param detail anything that the house's JSON writes; never a secret, a token or a password
   */
  public void record(
      Actor actor, String action, String entityType, String entityId, Map<String, ?> detail) {
    AuditFact fact = new AuditFact(action, entityType, entityId, Json.write(new TreeMap<>(detail)));
    new AuditChain(entityManager, box).append(actor, fact, Times.now(clock));
  }
}
