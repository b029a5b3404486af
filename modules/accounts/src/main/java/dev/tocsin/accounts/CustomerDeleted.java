package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer is gone. An observer that still needs it throws a {@link
 * dev.tocsin.platform.error.Conflict}, which undoes the deletion.
 */
public record CustomerDeleted(UUID customerId, String key, Instant at) {}
