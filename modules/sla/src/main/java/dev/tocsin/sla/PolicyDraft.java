package dev.tocsin.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody wants it; used to create one and to replace one.
 *
 * @param order its place among the policies, from 1; null is last (when replaced: where it was)
 * @param enabled null is true
 * @param conditions null always holds
 * @param pauseOnWaiting whether clocks pause while the customer is asked; null is true
 * @param pauseMetrics which ones; null or empty is all
 * @param excludeResolvedTime whether the time between resolved and reopened is left out; null is
 *     false
 * @param thresholds the bands to announce before a deadline; null is the usual five
 */
public record PolicyDraft(
    @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\u0000]*+") String name,
    @Nullable Integer order,
    @Nullable Boolean enabled,
    @Nullable @Valid PolicyConditions conditions,
    @NotEmpty List<@NotNull @Valid PolicyTarget> targets,
    @Nullable Boolean pauseOnWaiting,
    @Nullable List<@NotNull Metric> pauseMetrics,
    @Nullable Boolean excludeResolvedTime,
    @Nullable @Size(max = 20) List<@NotNull @Valid Threshold> thresholds) {}
