package dev.tocsin.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Asks for a link to set a new password; whether anybody has that email is not told. */
public record ForgotPassword(
    @NotNull @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String email) {}
