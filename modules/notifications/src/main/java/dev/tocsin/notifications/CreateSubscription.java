package dev.tocsin.notifications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes another system to events.
 *
 * @param url where events are posted; judged by the egress guard now and at every send
 * @param eventTypes event types and families such as {@code escalation.*}; null or empty for all
 * @param secret {@code whsec_} and 24 to 64 bytes in Base64; null to have one made
 */
public record CreateSubscription(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 2000) String url,
    @Nullable @Size(max = 50) List<@NotNull String> eventTypes,
    @Nullable @Size(max = 200) String secret) {

  @Override
  public String toString() {
    return "CreateSubscription[name=" + name + "]";
  }
}
