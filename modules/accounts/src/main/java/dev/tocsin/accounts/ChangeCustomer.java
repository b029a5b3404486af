package dev.tocsin.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Changes a customer; what is null stays as it is. */
public record ChangeCustomer(
    @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        @Nullable String name,
    @Nullable @Pattern(regexp = Limits.LANGUAGE, message = Limits.LANGUAGE_SAYS) String language) {}
