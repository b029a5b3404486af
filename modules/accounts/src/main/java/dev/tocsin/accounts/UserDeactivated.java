package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/** A person may no longer sign in; their sessions, links and API tokens have ended. */
public record UserDeactivated(UUID userId, Instant at) {}
