package dev.tocsin.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the whole chain found.
 *
 * @param intact whether every entry and the head are as they were written
 * @param checked how many entries were found good, from the first on
 * @param brokenSeq the place of the first entry that is missing or not as it was written; null when
 *     intact, and when only the head itself is at fault
 * @param reason one sentence; null when intact
 */
public record AuditVerification(
    boolean intact, long checked, @Nullable Long brokenSeq, @Nullable String reason) {

  static AuditVerification good(long checked) {
    return new AuditVerification(true, checked, null, null);
  }

  static AuditVerification brokenAt(long seq, String reason) {
    return new AuditVerification(false, seq - 1, seq, reason);
  }

  static AuditVerification brokenHead(long checked, String reason) {
    return new AuditVerification(false, checked, null, reason);
  }
}
