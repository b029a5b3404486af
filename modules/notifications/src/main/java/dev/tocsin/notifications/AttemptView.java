package dev.tocsin.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a delivery.
 *
 * @param number 1 for the first
 * @param node the server that tried
 * @param endedAt null while under way
 * @param duration from start to end; null while under way
 * @param statusCode the HTTP status or SMTP reply code; null when the receiver gave none
 * @param error what went wrong, in one line; null when nothing did
 */
public record AttemptView(
    int number,
    String node,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Duration duration,
    AttemptOutcome outcome,
    @Nullable Integer statusCode,
    @Nullable String error) {}
