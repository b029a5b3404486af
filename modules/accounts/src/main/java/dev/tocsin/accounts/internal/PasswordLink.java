package dev.tocsin.accounts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An emailed link by which a person sets their password, once; only a digest of its secret is here.
 *
 * <p>Using any link of a person ends all of them.
 */
@Entity
@Table(name = "password_links", schema = "accounts")
public class PasswordLink {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PasswordLink() {}

  public PasswordLink(
      UUID id, UUID userId, String tokenHash, Instant createdAt, Instant expiresAt) {
    this.id = id;
    this.userId = userId;
    this.tokenHash = tokenHash;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public UUID userId() {
    return userId;
  }
}
