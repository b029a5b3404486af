package dev.tocsin.platform.audit;

import dev.tocsin.platform.settings.SecretBox;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks along the chain from its first entry, a batch at a time, while others may append.
 *
 * <p>It goes as far as the head that it saw at its beginning; entries past a head are foreign.
 */
final class AuditWalk {

  private static final int BATCH = 1_000;

  private final EntityManager entityManager;
  private final SecretBox box;

  private long checked;
  private byte[] lastHash = new byte[32];

  AuditWalk(EntityManager entityManager, SecretBox box) {
    this.entityManager = entityManager;
    this.box = box;
  }

  AuditVerification verify() {
    AuditHead head = entityManager.find(AuditHead.class, AuditHead.ID);
    if (head == null) {
      return entriesPast(0) == null
          ? AuditVerification.good(0)
          : AuditVerification.brokenHead(0, "The head is missing.");
    }
    long end = head.seq();
    byte[] endHash = head.hash();
    boolean anchored;
    try {
      anchored = head.isAnchored(box);
    } catch (SecretBox.CannotOpen e) {
      return AuditVerification.brokenHead(
          0, "The head's anchor cannot be checked: " + e.getMessage());
    }
    Optional<AuditVerification> broken = walkTo(end);
    if (broken.isPresent()) {
      return broken.get();
    }
    if (!Arrays.equals(lastHash, endHash)) {
      return checked == 0
          ? AuditVerification.brokenHead(0, "The head does not fit an empty chain.")
          : AuditVerification.brokenAt(checked, "It is not the entry that the head points at.");
    }
    return anchored
        ? foreignEntries()
        : AuditVerification.brokenHead(checked, "The head was changed or the tail was cut.");
  }

  private Optional<AuditVerification> walkTo(long end) {
    while (checked < end) {
      List<AuditEntry> batch = batch(end);
      for (AuditEntry entry : batch) {
        Optional<AuditVerification> broken = check(entry);
        if (broken.isPresent()) {
          return broken;
        }
      }
      if (batch.isEmpty()) {
        return Optional.of(AuditVerification.brokenAt(checked + 1, "It is missing."));
      }
      entityManager.clear();
    }
    return Optional.empty();
  }

  private List<AuditEntry> batch(long end) {
    return entityManager
        .createQuery(
            "SELECT e FROM AuditEntry e WHERE e.seq > :after AND e.seq <= :end ORDER BY e.seq",
            AuditEntry.class)
        .setParameter("after", checked)
        .setParameter("end", end)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private Optional<AuditVerification> check(AuditEntry entry) {
    long expected = checked + 1;
    if (entry.seq() != expected) {
      return Optional.of(AuditVerification.brokenAt(expected, "It is missing."));
    }
    if (!Arrays.equals(entry.previousHash(), lastHash)) {
      return Optional.of(
          AuditVerification.brokenAt(expected, "It does not follow the entry before it."));
    }
    if (!Arrays.equals(entry.hash(), entry.computedHash())) {
      return Optional.of(AuditVerification.brokenAt(expected, "It was changed."));
    }
    checked = expected;
    lastHash = entry.hash();
    return Optional.empty();
  }

  /** One statement sees head and entries at one moment, whoever appends meanwhile. */
  private AuditVerification foreignEntries() {
    List<?> found =
        entityManager
            .createNativeQuery(
                "SELECT min(e.seq) FROM platform.audit_entry e, platform.audit_head h"
                    + " WHERE e.seq > h.seq OR e.seq < 1 HAVING min(e.seq) IS NOT NULL")
            .getResultList();
    return found.isEmpty()
        ? AuditVerification.good(checked)
        : new AuditVerification(
            false, checked, ((Number) found.get(0)).longValue(), "It lies outside the chain.");
  }

  private @Nullable Long entriesPast(long seq) {
    return entityManager
        .createQuery("SELECT MIN(e.seq) FROM AuditEntry e WHERE e.seq > :seq", Long.class)
        .setParameter("seq", seq)
        .getSingleResult();
  }
}
