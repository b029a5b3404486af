package dev.tocsin.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Declares an incident by hand.
 *
 * @param severity null means medium
 */
public record DeclareIncident(
    @NotBlank @Size(max = 500) String title,
    @Nullable IncidentSeverity severity,
    @Nullable @Size(max = 10_000) String description) {}
