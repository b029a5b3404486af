package dev.tocsin.notifications.internal.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out of an answer what it quotes at its end, when that is plain to see; the whole message
 * is kept as it came.
 */
final class Quotes {

  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)^(-{2,}\\s*(original message|ursprüngliche nachricht|forwarded message)\\s*-{2,}"
              + "|_{20,})\\s*$");
  private static final Pattern WROTE =
      Pattern.compile("(?i).*(wrote|schrieb|a écrit|escribió|ha scritto)\\s*.{0,80}:\\s*$");

  private static final Pattern ON = Pattern.compile("(?i)^\\s*(on|am|le|el|il)\\b.*");
  private static final int LONGEST = 300;

  private Quotes() {}

  /** Returns the answer alone; the whole text when nothing else would be left. */
  static String trimmed(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    int end = end(lines);
    String answer = String.join("\n", lines.subList(0, end)).strip();
    return answer.isEmpty() ? text.strip() : answer;
  }

  private static int end(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (fits(BEGINS, lines.get(i))) {
        return i;
      }
    }
    int end = lines.size();
    while (end > 0 && isQuoteOrBlank(lines.get(end - 1))) {
      end--;
    }
    boolean quotes = lines.subList(end, lines.size()).stream().anyMatch(Quotes::isQuote);
    return quotes ? withoutAttribution(lines, end) : lines.size();
  }

  /** The line that says who wrote what follows may be broken in two. */
  private static int withoutAttribution(List<String> lines, int end) {
    if (end == 0 || !fits(WROTE, lines.get(end - 1))) {
      return end;
    }
    boolean whole = fits(ON, lines.get(end - 1));
    return !whole && end > 1 && fits(ON, lines.get(end - 2)) ? end - 2 : end - 1;
  }

  private static boolean fits(Pattern pattern, String line) {
    return line.length() <= LONGEST && pattern.matcher(line).matches();
  }

  private static boolean isQuoteOrBlank(String line) {
    return line.isBlank() || isQuote(line);
  }

  private static boolean isQuote(String line) {
    return line.stripLeading().startsWith(">");
  }
}
