package dev.tocsin.web.rest;

import dev.tocsin.platform.error.Stale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. */
public final class IfMatch {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  private IfMatch() {}

  /** Returns the tag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Returns the version a caller last saw; null when the header is absent or {@code *}.
   *
   * @throws Stale when the header holds no tag of ours, which therefore cannot match
   */
  public static @Nullable Long version(@Nullable String header) {
    if (header == null || header.trim().equals("*")) {
      return null;
    }
    Matcher tag = TAG.matcher(header.trim());
    if (!tag.matches()) {
      throw new Stale();
    }
    return Long.valueOf(tag.group(1));
  }
}
