package dev.tocsin.accounts;

/** What the texts of this module may look like; the constraints of its commands share these. */
final class Limits {

  /** The longest address RFC 5321 lets through. */
  static final int EMAIL = 254;

  static final int NAME = 255;
  static final int DESCRIPTION = 2000;

  /** More than any password that is let in; keeps megabytes away from the hash. */
  static final int TYPED_PASSWORD = 1000;

  /** Something visible and no control characters, which no name needs and logs suffer from. */
  static final String LINE = "(?U)(?=.*\\S)\\P{Cntrl}*";

  static final String LINE_SAYS = "must not be blank or hold control characters";

  /** Anything but the one character that PostgreSQL cannot keep. */
  static final String TEXT = "[^\\u0000]*";

  static final String TEXT_SAYS = "must not hold the character U+0000";

  static final String HANDLE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  static final String HANDLE_SAYS =
      "must be 1 to 64 letters, digits, dots, underscores or hyphens, the first a letter or digit";

  /** A language and perhaps a region, as RFC 5646 writes them. */
  static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

  static final String LANGUAGE_SAYS = "must be a language tag such as en, de or pt-BR";

  private Limits() {}
}
