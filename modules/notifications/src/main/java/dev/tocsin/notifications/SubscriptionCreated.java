package dev.tocsin.notifications;

/**
 * A new subscription with the secret that signs its webhooks, shown this once.
 *
 * @param secret {@code whsec_…}
 */
public record SubscriptionCreated(SubscriptionView subscription, String secret) {

  @Override
  public String toString() {
    return "SubscriptionCreated[subscription=" + subscription + "]";
  }
}
