package dev.tocsin.accounts.internal;

/** Makes typed text fit for queries. */
final class Texts {

  private Texts() {}

  /** Returns a text that PostgreSQL can be asked about; nothing stored ever holds U+0000. */
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /** Returns a text that a LIKE with escape character {@code !} takes literally. */
  static String escapeLike(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
