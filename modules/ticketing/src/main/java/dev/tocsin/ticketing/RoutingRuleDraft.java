package dev.tocsin.ticketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule as somebody wants it; used to create one and to replace one.
 *
 * @param order its place among the rules, from 1; null is last (when replaced: where it was)
 * @param enabled null is true
 */
public record RoutingRuleDraft(
    @NotNull @Size(max = 200) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String name,
    @Nullable Integer order,
    @Nullable Boolean enabled,
    @NotNull @Valid RoutingConditions conditions,
    @NotNull @Valid RoutingActions actions) {}
