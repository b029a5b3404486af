package dev.tocsin.incidents;

import org.jspecify.annotations.Nullable;

/**
 * Hands in what an alert source sent.
 *
 * @param source {@code prometheus}
 * @param integrationKey the key of the address it was sent to; null when there was none
 * @param body the request's JSON text, as it was received
 */
public record IngestAlerts(String source, @Nullable String integrationKey, String body) {}
