package dev.tocsin.platform.ical;

import java.time.Instant;

/**
 * One time that an event takes place.
 *
 * @param end exclusive
 * @param event what the calendar says of it
 */
public record Occurrence(Instant start, Instant end, Component event) {}
