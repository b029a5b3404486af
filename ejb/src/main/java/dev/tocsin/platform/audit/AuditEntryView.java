package dev.tocsin.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit chain.
 *
 * @param seq its place in the chain, from 1
 * @param at UTC
 * @param action in the past tense, for example {@code setting.changed}
 * @param entityType what kind of thing it happened to
 * @param entityId that thing's id, or its key when it has none
 * @param detail what else is worth knowing; never a secret
 */
public record AuditEntryView(
    long seq,
    Instant at,
    By actor,
    String action,
    String entityType,
    String entityId,
    JsonNode detail) {

  /**
   * Who did it.
   *
   * @param id null for the system
   */
  public record By(Actor.Kind kind, @Nullable UUID id, String name) {}

  static AuditEntryView of(long seq, Instant at, By actor, AuditFact fact) {
    return new AuditEntryView(
        seq,
        at,
        actor,
        fact.action(),
        fact.entityType(),
        fact.entityId(),
        Json.read(fact.detail(), JsonNode.class));
  }
}
