package dev.tocsin.ticketing;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ask who would get a ticket that need not exist.
 *
 * @param at when it would be opened; null is now
 */
public record TryRouting(
    @NotNull UUID customerId,
    @NotNull Priority priority,
    @Nullable @Size(max = 100) List<@NotNull @Size(max = 100) String> tags,
    @Nullable @Size(max = 500) String subject,
    @Nullable @Size(max = 100_000) String body,
    @Nullable @Email @Size(max = 254) String requesterEmail,
    @Nullable Instant at) {}
