package dev.tocsin.notifications.internal.mail;

import java.nio.charset.StandardCharsets;

/** Shows what a message says to somebody who has to decide about it. */
public final class MailPreview {

  private static final int MOST = 20_000;

  private MailPreview() {}

  /** Returns the text of a message; of one that cannot be read, its beginning as it came. */
  public static String of(byte[] raw) {
    String text;
    try {
      text = MailParser.parse(raw).text();
    } catch (BrokenMail e) {
      text = new String(raw, 0, Math.min(raw.length, MOST), StandardCharsets.UTF_8);
    }
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
