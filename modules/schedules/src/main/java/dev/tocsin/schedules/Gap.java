package dev.tocsin.schedules;

import java.time.Instant;

/**
 * A stretch of time when nobody is on call.
 *
 * @param end exclusive
 */
public record Gap(Instant start, Instant end) {}
