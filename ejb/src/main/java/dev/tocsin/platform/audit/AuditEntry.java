package dev.tocsin.platform.audit;

import dev.tocsin.platform.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain: written once, never changed; the database refuses changes too.
 *
 * <p>Its hash covers every field and the hash before it.
 */
@Entity
@Table(schema = "platform", name = "audit_entry")
class AuditEntry {

  @Id private long seq;
  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "actor_kind")
  private Actor.Kind actorKind;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  private String action;

  @Column(name = "entity_type")
  private String entityType;

  @Column(name = "entity_id")
  private String entityId;

  private String detail;

  @Column(name = "previous_hash")
  private byte[] previousHash;

  private byte[] hash;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AuditEntry() {}

  /** Makes the entry that follows the chain's head. */
  AuditEntry(AuditHead head, Actor actor, AuditFact fact, Instant at) {
    this.seq = head.seq() + 1;
    this.at = at;
    this.actorKind = actor.kind();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.action = fact.action();
    this.entityType = fact.entityType();
    this.entityId = fact.entityId();
    this.detail = fact.detail();
    this.previousHash = head.hash();
    this.hash = computedHash();
  }

  /** Returns the hash that the fields, as they are now, ought to have. */
  final byte[] computedHash() {
    return new Canonical("tocsin-audit-1")
        .add(previousHash)
        .add(Long.toString(seq))
        .add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)))
        .add(actorKind.name())
        .add(actorId == null ? null : actorId.toString())
        .add(actorName)
        .add(action)
        .add(entityType)
        .add(entityId)
        .add(detail)
        .sha256();
  }

  long seq() {
    return seq;
  }

  byte[] previousHash() {
    return previousHash;
  }

  byte[] hash() {
    return hash;
  }

  AuditEntryView view() {
    return AuditEntryView.of(
        seq,
        at,
        new AuditEntryView.By(actorKind, actorId, actorName),
        new AuditFact(action, entityType, entityId, detail));
  }
}
