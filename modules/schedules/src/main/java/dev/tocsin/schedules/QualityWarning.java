package dev.tocsin.schedules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a schedule that somebody should look at; it stops nothing.
 *
 * @param code stable, for programs
 * @param detail a sentence for people
 * @param start since when it matters within the window; null when it does not depend on time
 * @param end exclusive; null for a single moment
 */
public record QualityWarning(
    String code, String detail, @Nullable Instant start, @Nullable Instant end) {

  /** Make a warning that does not depend on time. */
  public QualityWarning(String code, String detail) {
    this(code, detail, null, null);
  }
}
