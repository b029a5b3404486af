package dev.tocsin.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Adds a customer.
 *
 * @param key letters, digits and {@code . _ -}; unique without case
 */
public record CreateCustomer(
    @NotNull @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) String key,
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name) {}
