package dev.tocsin.notifications.internal.mail;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HTML as plain text; it is shown as text, so nothing in it can ever run. */
final class HtmlText {

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head|title)\\b[^<>]*>.*?(</\\1\\s*>|$)|<!--.*?(-->|$)");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h[1-6]|/blockquote)\\b[^<>]*>");
  private static final Pattern TAG = Pattern.compile("<[/a-zA-Z!][^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("euro", "€"));

  private HtmlText() {}

  /** Returns the text of a page, one paragraph a line. */
  static String of(String html) {
    String seen = UNSEEN.matcher(html).replaceAll("");
    String oneLine = seen.replaceAll("\\s+", " ");
    String broken = BREAK.matcher(oneLine).replaceAll("\n");
    String text = ENTITY.matcher(TAG.matcher(broken).replaceAll("")).replaceAll(HtmlText::entity);
    return text.replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static String entity(MatchResult found) {
    String name = found.group(1);
    String text = NAMED.getOrDefault(name, found.group());
    if (name.startsWith("#")) {
      boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      boolean valid = Character.isValidCodePoint(code) && code != 0;
      text = valid ? Character.toString(code) : "";
    }
    return Matcher.quoteReplacement(text);
  }
}
