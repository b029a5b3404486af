package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.EventTypes;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Judges what Bean Validation cannot: event types, secrets, and where a URL leads. */
public final class SubscriptionRules {

  private final BiFunction<String, String, Optional<Fault>> guard;
  private final List<Fault> faults;

  /**
   * Begins to judge.
   *
   * @param guard the egress guard's judgement of a pointer and the URL at it
   * @param found faults found before
   */
  public SubscriptionRules(BiFunction<String, String, Optional<Fault>> guard, List<Fault> found) {
    this.guard = guard;
    this.faults = new ArrayList<>(found);
  }

  /** Every entry names an event type or a family of them. */
  public SubscriptionRules eventTypes(@Nullable List<String> types) {
    for (int i = 0; types != null && i < types.size(); i++) {
      if (!EventTypes.known(types.get(i))) {
        faults.add(
            new Fault(
                "/event_types/" + i,
                "unknown_event_type",
                "must be one of " + String.join(", ", EventTypes.all()) + " or a family of them"));
      }
    }
    return this;
  }

  /** The guard lets the URL pass. */
  public SubscriptionRules url(@Nullable String url) {
    if (url != null && !url.isBlank()) {
      guard.apply("/url", url).ifPresent(faults::add);
    }
    return this;
  }

  /** The secret is one of the Standard Webhooks specification. */
  public SubscriptionRules secret(@Nullable String secret) {
    if (secret != null && !StandardWebhooks.isSecret(secret)) {
      faults.add(new Fault("/secret", "invalid", "must be whsec_ and 24 to 64 bytes in Base64"));
    }
    return this;
  }

  /**
   * Lets pass what has no fault.
   *
   * @throws Rejected naming every fault
   */
  public void pass() {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
