package dev.tocsin.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Adds a team without members.
 *
 * @param handle letters, digits and {@code . _ -}; unique without case
 */
public record CreateTeam(
    @NotNull @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) String handle,
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name,
    @Size(max = Limits.DESCRIPTION) @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_SAYS)
        @Nullable String description) {}
