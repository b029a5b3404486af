package dev.tocsin.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a person.
 *
 * @param id null for the account's own address, which holds while no other way is stored
 * @param label what the person calls it; null when it has no name
 * @param createdAt null for the account's own address
 */
public record ContactMethodView(
    @Nullable UUID id,
    UUID userId,
    Channel kind,
    String address,
    @Nullable String label,
    @Nullable Instant createdAt,
    long version) {}
