package dev.tocsin.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox stands.
 *
 * @param pending waiting for their first try, or being sent
 * @param failed waiting for another try
 * @param dead given up
 * @param oldestPending when the oldest delivery that is neither sent nor given up was queued; null
 *     when there is none
 */
public record DeliveryCounts(
    long pending, long failed, long dead, @Nullable Instant oldestPending) {}
