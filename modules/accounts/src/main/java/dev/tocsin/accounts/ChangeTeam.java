package dev.tocsin.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes a team; what is null stays as it is.
 *
 * @param description empty to clear it
 */
public record ChangeTeam(
    @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) @Nullable String handle,
    @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        @Nullable String name,
    @Size(max = Limits.DESCRIPTION) @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_SAYS)
        @Nullable String description) {}
