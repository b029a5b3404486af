package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ApiTokenView;
import dev.tocsin.accounts.CreateApiToken;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's credential, stored as a digest of its secret.
 *
 * <p>It never changes after it was made but for the time of its last use; it ends by expiry, by
 * being revoked, or with the person who made it.
 */
@Entity
@Table(name = "api_tokens", schema = "accounts")
public class ApiToken {

  /** How precise the last use is: one write a minute, however busy the token. */
  public static final Duration USE_PRECISION = Duration.ofMinutes(1);

  @Id private UUID id;

  private String name;

  @Column(name = "token_hash")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ApiToken() {}

  public ApiToken(
      UUID id, CreateApiToken command, String tokenHash, @Nullable UUID owner, Instant at) {
    this.id = id;
    this.name = command.name().strip();
    this.tokenHash = tokenHash;
    this.role = command.role();
    this.customerId = command.customerId();
    this.ownerId = owner;
    this.createdAt = at;
    this.expiresAt = command.expiresAt();
  }

  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Returns whether a use at this time is worth noting. */
  public boolean usedLongBefore(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_PRECISION));
  }

  public @Nullable UUID ownerId() {
    return ownerId;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Actor asActor() {
    return new Actor(Actor.Kind.API_TOKEN, id, name, role, customerId);
  }

  public ApiTokenView view() {
    return new ApiTokenView(id, name, role, customerId, ownerId, createdAt, expiresAt, lastUsedAt);
  }
}
