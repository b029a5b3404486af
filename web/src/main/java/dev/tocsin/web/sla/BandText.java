package dev.tocsin.web.sla;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Threshold;
import dev.tocsin.web.console.Lengths;
import dev.tocsin.web.console.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** The bands before a deadline as people type them, one a line: {@code 1 h: Less than an hour}. */
final class BandText {

  private BandText() {}

  /** Returns the bands of a policy that names none. */
  static String usual() {
    return of(Threshold.usual());
  }

  static String of(List<Threshold> bands) {
    return bands.stream()
        .map(band -> Lengths.text(band.before()) + ": " + band.label())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Returns the bands that a text means.
   *
   * @throws Rejected at the pointer, with the line that means none
   */
  static List<Threshold> read(String text, String pointer) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> band(line.strip(), pointer))
        .toList();
  }

  private static Threshold band(String line, String pointer) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new Rejected(pointer, "invalid", Messages.text("policy.bad_band", line));
    }
    return new Threshold(
        line.substring(colon + 1).strip(), Lengths.parse(line.substring(0, colon), pointer));
  }
}
