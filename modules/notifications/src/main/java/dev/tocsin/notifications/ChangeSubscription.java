package dev.tocsin.notifications;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a subscription; every part that is null stays as it is.
 *
 * @param url deliveries that are not yet sent go there too
 * @param eventTypes empty for all
 */
public record ChangeSubscription(
    @Nullable @Size(min = 1, max = 200) String name,
    @Nullable @Size(min = 1, max = 2000) String url,
    @Nullable @Size(max = 50) List<@NotNull String> eventTypes,
    @Nullable @Size(max = 200) String secret) {

  @Override
  public String toString() {
    return "ChangeSubscription[name=" + name + "]";
  }
}
