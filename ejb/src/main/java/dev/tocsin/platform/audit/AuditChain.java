package dev.tocsin.platform.audit;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.settings.SecretBox;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Appends to the chain, one transaction at a time. */
final class AuditChain {

  private final EntityManager entityManager;
  private final SecretBox box;

  AuditChain(EntityManager entityManager, SecretBox box) {
    this.entityManager = entityManager;
    this.box = box;
  }

  /** Appends a fact; the head stays locked until the caller's transaction ends. */
  void append(Actor actor, AuditFact fact, Instant at) {
    AuditHead head = lockedHead();
    AuditEntry entry = new AuditEntry(head, actor, fact, at);
    entityManager.persist(entry);
    head.moveTo(entry, box);
    entityManager.flush();
  }

  private AuditHead lockedHead() {
    AuditHead head = find();
    if (head == null) {
      begin();
      head = find();
    }
    if (head == null) {
      throw new IllegalStateException("the audit chain has no head");
    }
    return head;
  }

  private @Nullable AuditHead find() {
    return entityManager.find(AuditHead.class, AuditHead.ID, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Begins the chain; of several who try at once, one does. A chain that lost its head stays so.
   */
  private void begin() {
    AuditHead empty = AuditHead.ofEmptyChain(box);
    entityManager
        .createNativeQuery(
            "INSERT INTO platform.audit_head (id, seq, hash, anchor)"
                + " SELECT 1, 0, ?1, ?2 WHERE NOT EXISTS (SELECT FROM platform.audit_entry)"
                + " ON CONFLICT DO NOTHING")
        .setParameter(1, empty.hash())
        .setParameter(2, empty.anchor())
        .executeUpdate();
  }
}
