package dev.tocsin.platform.audit;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.SecretBox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Reads the audit chain and proves it; for administrators. */
@Stateless
public class AuditLog {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private SecretBox box;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // the container injects the fields
  public AuditLog() {}

  /** Makes one that is not managed by a container. */
  @SuppressWarnings("UnnecessaryAssignment") // without a container nobody injects
  public AuditLog(EntityManager entityManager, SecretBox box) {
    this.entityManager = entityManager;
    this.box = box;
  }

  /** Returns the entries that a query lets pass, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<AuditEntryView> list(Actor actor, AuditQuery query, PageRequest request) {
    actor.require(Role.ADMIN);
    Page<AuditEntry> page =
        Page.of(
            AuditSearch.find(entityManager, query, request),
            request,
            entry -> Cursor.of(entry.seq()));
    return page.map(AuditEntry::view);
  }

  /**
   * Walks along the whole chain and says whether it is intact, else where it is first broken.
   *
   * <p>Takes time in proportion to the chain's length; holds no lock and no long transaction.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public AuditVerification verify(Actor actor) {
    actor.require(Role.ADMIN);
    return new AuditWalk(entityManager, box).verify();
  }
}
