package dev.tocsin.sla;

import dev.tocsin.ticketing.Priority;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tickets a policy is for: all conditions given hold, each by any of its values. */
public record PolicyConditions(
    @Nullable @Size(max = 4) List<@NotNull Priority> priority,
    @Nullable @Size(max = 1000) List<@NotNull UUID> customerId,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> tag,
    @Nullable @Size(max = 100) List<@NotNull UUID> teamId) {

  /** Returns the conditions that always hold. */
  public static PolicyConditions always() {
    return new PolicyConditions(null, null, null, null);
  }
}
