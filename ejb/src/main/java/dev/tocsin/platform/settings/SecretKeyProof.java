package dev.tocsin.platform.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;

/**
 * What a secret key makes of a fixed message: shows whether a node is given the key that this
 * database was used with, and nothing of the key itself.
 */
@Entity
@Table(schema = "platform", name = "secret_key")
class SecretKeyProof {

  @Id private int version;
  private String proof;

  @Column(name = "seen_at")
  private Instant seenAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SecretKeyProof() {}

  SecretKeyProof(int version, SecretBox box, Instant now) {
    this.version = version;
    this.proof = proofOf(version, box);
    this.seenAt = now;
  }

  /** Returns whether the box holds the key that this proof was made with. */
  boolean fits(SecretBox box) {
    return proof.equals(proofOf(version, box));
  }

  private static String proofOf(int version, SecretBox box) {
    return Base64.getEncoder().encodeToString(box.mac(version, "proof", new byte[0]));
  }
}
