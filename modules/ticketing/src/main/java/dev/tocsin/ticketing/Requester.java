package dev.tocsin.ticketing;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The person who asks; either part may be unknown. */
public record Requester(
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Size(max = 255) @Pattern(regexp = Texts.ANY, message = Texts.ANY_SAYS)
        String name) {}
