package dev.tocsin.notifications;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Adds a way to reach a person.
 *
 * @param kind email; others are refused for now
 * @param address where messages go
 * @param label a name for it; null for none
 */
public record AddContactMethod(
    @NotNull Channel kind,
    @NotBlank @Email @Size(max = 254) String address,
    @Nullable @Size(max = 100) String label) {}
