package dev.tocsin.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook subscription, without its secret.
 *
 * @param eventTypes what it wants; empty for everything
 */
public record SubscriptionView(
    UUID id, String name, String url, List<String> eventTypes, Instant createdAt, long version) {}
