package dev.tocsin.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of a ticket's service level clocks, for the ticket's history.
 *
 * @param metric what the clock measures, as its wire name
 * @param band what the band that was entered is called; null when the deadline was missed
 * @param dueAt the deadline
 * @param at when it was found
 */
public record ClockNote(String metric, @Nullable String band, Instant dueAt, Instant at) {}
