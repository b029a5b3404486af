package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes an API token.
 *
 * @param name what it is for
 * @param customerId required for the role customer, not allowed for any other
 * @param expiresAt in the future; null for never
 */
public record CreateApiToken(
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name,
    @NotNull Role role,
    @Nullable UUID customerId,
    @Nullable Instant expiresAt) {}
