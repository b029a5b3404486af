package dev.tocsin.platform.ical;

import java.util.List;
import java.util.Random;

/** Texts that calendars get wrong. */
public final class SampleTexts {

  /** Pieces with characters of one to four octets, and with what a calendar escapes. */
  static final List<String> HARD =
      List.of(
          "a",
          "é",
          "ß",
          "€",
          "日本",
          "👩‍🚒",
          "🚨",
          "\u0301",
          "\u200f",
          ",",
          ";",
          "\\",
          "\\n",
          ":",
          "\"",
          " ",
          "\t",
          "\n",
          "\r\n",
          "\\,",
          "BEGIN:VEVENT",
          "=",
          "%");

  private SampleTexts() {}

  /** Return what a reader gets of a text: line ends as \n, without what no calendar can hold. */
  public static String kept(String text) {
    StringBuilder kept = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Return a text of hard pieces, the same for the same source of chance. */
  public static String random(Random random, int mostPieces) {
    StringBuilder text = new StringBuilder("x");
    int pieces = random.nextInt(mostPieces + 1);
    for (int i = 0; i < pieces; i++) {
      text.append(HARD.get(random.nextInt(HARD.size())));
    }
    return text.append('x').toString();
  }
}
