package dev.tocsin.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of a ticket's service level clocks, for the ticket's history.
 *
 * @param metric what the clock measures, as its wire name
 * @param band what the band that was entered is called; null when it is about the deadline itself
 * @param dueAt the deadline
 * @param at when it was found
 */
public record ClockNote(
    Kind kind, String metric, @Nullable String band, Instant dueAt, Instant at) {

  /** What may become of a clock. */
  public enum Kind {
    /** It entered a band before its deadline. */
    THRESHOLD_REACHED,
    /** It missed its deadline. */
    BREACHED,
    /** It had missed a deadline that is none any more. */
    BREACH_WITHDRAWN
  }
}
