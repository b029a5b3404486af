package dev.tocsin.sla;

import dev.tocsin.ticketing.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tickets a policy is for: all conditions given hold, each by any of its values. */
public record PolicyConditions(
    @Nullable List<Priority> priority,
    @Nullable List<UUID> customerId,
    @Nullable List<String> tag,
    @Nullable List<UUID> teamId) {

  /** Returns the conditions that always hold. */
  public static PolicyConditions always() {
    return new PolicyConditions(null, null, null, null);
  }
}
