package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token without its secret.
 *
 * @param customerId the customer it is bound to; null unless the role is customer
 * @param ownerId the person who made it, with whose deactivation it ends; null when the system did
 * @param createdAt UTC
 * @param expiresAt UTC; null for never
 * @param lastUsedAt UTC, to the minute; null before its first use
 */
public record ApiTokenView(
    UUID id,
    String name,
    Role role,
    @Nullable UUID customerId,
    @Nullable UUID ownerId,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
