package dev.tocsin.incidents.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the readable, unique part of an incident's address. */
final class Slug {
  private static final int LONGEST_STEM = 41;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Slug() {}

  /** Return the title in lower case, letters, digits and dashes only, and 8 random hex digits. */
  static String of(String title) {
    String stem =
        title
            .toLowerCase(Locale.ROOT)
            .replaceAll("[ _]", "-")
            .replaceAll("[^a-z0-9-]", "")
            .replaceAll("-+", "-");
    stem = trim(stem);
    // cut before the random part is put on, which must never be what is lost
    stem = trim(stem.length() > LONGEST_STEM ? stem.substring(0, LONGEST_STEM) : stem);
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return (stem.isEmpty() ? "incident" : stem) + "-" + HexFormat.of().formatHex(random);
  }

  private static String trim(String stem) {
    return stem.replaceAll("^-+|-+$", "");
  }
}
