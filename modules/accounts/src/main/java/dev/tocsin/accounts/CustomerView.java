package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer: a tenant whose tickets and people no other customer sees.
 *
 * @param key the name programs use, for example {@code cust-1}; never changes
 * @param createdAt UTC
 * @param version for optimistic locking
 */
public record CustomerView(UUID id, String key, String name, Instant createdAt, long version) {}
