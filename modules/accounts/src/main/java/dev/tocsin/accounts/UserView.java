package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as others may see them.
 *
 * @param email as it was typed; compared without case
 * @param handle the short name by which rules and the support API call them
 * @param customerId the customer they belong to; null unless the role is customer
 * @param active false once deactivated
 * @param createdAt UTC
 * @param version for optimistic locking
 */
public record UserView(
    UUID id,
    String email,
    String name,
    String handle,
    Role role,
    @Nullable UUID customerId,
    boolean active,
    Instant createdAt,
    long version) {}
