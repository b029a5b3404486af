package dev.tocsin.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates an escalation policy.
 *
 * @param enabled null means yes; a disabled policy pages nobody
 * @param repeat how often it begins anew after its last tier; null means 0
 * @param tiers in the order in which they are paged
 */
public record CreatePolicy(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @Nullable Boolean enabled,
    @Nullable @Min(0) @Max(9) Integer repeat,
    @Nullable @Size(max = 20) List<@NotNull @Valid CreateTier> tiers) {}
