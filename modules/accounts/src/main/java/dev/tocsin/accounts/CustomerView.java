package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer: a tenant whose tickets and people no other customer sees.
 *
 * @param key the name programs use, for example {@code cust-1}; never changes
 * @param language the language it is written to in, a tag such as {@code de}
 * @param createdAt UTC
 * @param version for optimistic locking
 */
public record CustomerView(
    UUID id, String key, String name, String language, Instant createdAt, long version) {}
