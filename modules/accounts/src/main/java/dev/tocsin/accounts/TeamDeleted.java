package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A team is gone. An observer that still needs it throws a {@link
 * dev.tocsin.platform.error.Conflict}, which undoes the deletion.
 */
public record TeamDeleted(UUID teamId, String handle, Instant at) {}
