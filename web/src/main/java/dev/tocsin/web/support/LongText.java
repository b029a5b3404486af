package dev.tocsin.web.support;

/** Brings what is longer than the desk takes to its length: this API never had a limit. */
final class LongText {

  /** The longest subject of a ticket. */
  static final int SUBJECT = 500;

  /** The longest name of who comments. */
  static final int AUTHOR = 255;

  private LongText() {}

  /** Returns whether a text has more than so many characters. */
  static boolean isLonger(String text, int most) {
    return text.length() > most;
  }

  /** Returns a text of at most so many characters; an ellipsis stands for what is cut off. */
  static String cut(String text, int most) {
    if (!isLonger(text, most)) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + '\u2026';
  }
}
