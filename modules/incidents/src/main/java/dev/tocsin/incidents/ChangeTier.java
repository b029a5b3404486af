package dev.tocsin.incidents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes a tier; what is null stays. Fields are those of {@link CreateTier}. */
public record ChangeTier(
    @Nullable TargetType targetType,
    @Nullable UUID scheduleId,
    @Nullable @Size(max = 100) List<@NotBlank String> userNames,
    @Nullable @Size(max = 100) List<@NotNull UUID> userIds,
    @Nullable @Min(1) @Max(604_800) Integer timeoutSeconds) {}
