package dev.tocsin.web.sla;

import dev.tocsin.web.sla.ClockBar.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a drawn clock: a stretch of its ledger, or several short ones together.
 *
 * @param width in percent of the line
 * @param counted how much of it counted, in percent
 * @param shares what it is made of, by kind and reason; never empty
 */
public record ClockPart(
    String width, Kind kind, String counted, Instant from, Instant to, List<Share> shares) {

  /**
   * How much of a part was of one kind, for one reason.
   *
   * @param reason the ledger's own
   * @param holiday what the holiday is called; null for none
   */
  public record Share(Kind kind, String reason, @Nullable String holiday, Duration length) {

    /** Returns whether it counts. */
    boolean counts() {
      return kind == Kind.COUNTED || kind == Kind.LATE;
    }
  }
}
