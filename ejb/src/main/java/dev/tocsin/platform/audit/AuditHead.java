package dev.tocsin.platform.audit;

import dev.tocsin.platform.settings.SecretBox;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain ends: one row, locked by whoever appends, so that entries are numbered without
 * gaps in the order of their commits.
 *
 * <p>Its anchor is an HMAC under a key that the database does not hold: whoever cuts the tail or
 * rewrites entries in the database cannot make a head that fits.
 */
@Entity
@Table(schema = "platform", name = "audit_head")
class AuditHead {

  /** The one row's id. */
  static final short ID = 1;

  private static final Pattern ANCHOR = Pattern.compile("(\\d{1,9}):([A-Za-z0-9+/]+={0,2})");

  @Id private short id;
  private long seq;
  private byte[] hash;
  private String anchor;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AuditHead() {}

  /** Makes the head of an empty chain. */
  static AuditHead ofEmptyChain(SecretBox box) {
    AuditHead head = new AuditHead();
    head.id = ID;
    head.moveTo(0, new byte[32], box);
    return head;
  }

  /** Makes the head point at a new last entry. */
  void moveTo(AuditEntry last, SecretBox box) {
    moveTo(last.seq(), last.hash(), box);
  }

  private void moveTo(long lastSeq, byte[] lastHash, SecretBox box) {
    seq = lastSeq;
    hash = lastHash;
    int version = box.newestVersion();
    anchor = version + ":" + Base64.getEncoder().encodeToString(mac(version, box));
  }

  /**
   * Returns whether the anchor fits the rest of the row.
   *
   * @throws SecretBox.CannotOpen when its key is not configured here
   */
  boolean isAnchored(SecretBox box) {
    Matcher matcher = ANCHOR.matcher(anchor);
    if (!matcher.matches()) {
      return false;
    }
    byte[] wanted = mac(Integer.parseInt(matcher.group(1)), box);
    return matcher.group(2).equals(Base64.getEncoder().encodeToString(wanted));
  }

  private byte[] mac(int version, SecretBox box) {
    byte[] message = new Canonical("head").add(Long.toString(seq)).add(hash).bytes();
    return box.mac(version, "audit-head", message);
  }

  long seq() {
    return seq;
  }

  byte[] hash() {
    return hash;
  }

  String anchor() {
    return anchor;
  }
}
