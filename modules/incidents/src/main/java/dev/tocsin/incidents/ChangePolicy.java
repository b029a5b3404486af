package dev.tocsin.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes an escalation policy; what is null stays.
 *
 * @param description an empty text clears it
 * @param tiers when given, they replace all at once
 */
public record ChangePolicy(
    @Nullable @Size(min = 1, max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @Nullable Boolean enabled,
    @Nullable @Min(0) @Max(9) Integer repeat,
    @Nullable @Size(max = 20) List<@NotNull @Valid CreateTier> tiers) {}
