package dev.tocsin.incidents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds a tier to an escalation policy.
 *
 * @param scheduleId needed when a schedule is paged
 * @param userNames email, name or handle; names or ids are needed when users are paged
 * @param timeoutSeconds how long to wait for an answer before the next tier
 */
public record CreateTier(
    @NotNull TargetType targetType,
    @Nullable UUID scheduleId,
    @Nullable @Size(max = 100) List<@NotBlank String> userNames,
    @Nullable @Size(max = 100) List<@NotNull UUID> userIds,
    @NotNull @Min(1) @Max(604_800) Integer timeoutSeconds) {}
