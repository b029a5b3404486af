package dev.tocsin.accounts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A person signed in on one device.
 *
 * <p>It ends 12 hours after its last use, and 7 days after its start however much it is used. It
 * lives in the database, so every node knows it and all of them forget it at once.
 */
@Entity
@Table(name = "sessions", schema = "accounts")
public class Session {

  public static final Duration IDLE = Duration.ofHours(12);
  public static final Duration LONGEST = Duration.ofDays(7);

  /** How precise the last use is: one write a minute, however busy the session. */
  public static final Duration USE_PRECISION = Duration.ofMinutes(1);

  @Id private UUID id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Session() {}

  public Session(UUID id, String tokenHash, UUID userId, Instant now) {
    this.id = id;
    this.tokenHash = tokenHash;
    this.userId = userId;
    this.createdAt = now;
    this.endsAt = now.plus(LONGEST);
    this.lastSeenAt = now;
    this.expiresAt = now.plus(IDLE);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Notes a use and puts the end off, never past the longest life of a session. */
  public void seen(Instant now) {
    if (now.isBefore(lastSeenAt.plus(USE_PRECISION))) {
      return;
    }
    lastSeenAt = now;
    Instant idleEnd = now.plus(IDLE);
    expiresAt = idleEnd.isBefore(endsAt) ? idleEnd : endsAt;
  }

  public UUID userId() {
    return userId;
  }

  public Instant endsAt() {
    return endsAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
