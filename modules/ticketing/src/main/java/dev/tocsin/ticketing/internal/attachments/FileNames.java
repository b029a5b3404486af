package dev.tocsin.ticketing.internal.attachments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as they may be shown, sent in a header and used on any file system. */
public final class FileNames {

  private static final int LONGEST = 150;

  /** Separators of paths, what file systems reserve, and whatever nobody sees or writes. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

  private FileNames() {}

  /** Returns a name without folders and tricks; {@code attachment} when nothing is left. */
  public static String harmless(@Nullable String given) {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String fit = EDGES.matcher(UNFIT.matcher(last).replaceAll("_")).replaceAll("");
    return fit.isEmpty() ? "attachment" : shortened(fit);
  }

  /** Returns what follows the last dot, in lower case; empty when there is none. */
  static String suffix(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    int points = name.codePointCount(0, name.length());
    if (points <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String tail = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
    int kept = LONGEST - tail.length();
    return name.substring(0, name.offsetByCodePoints(0, kept)) + tail;
  }
}
