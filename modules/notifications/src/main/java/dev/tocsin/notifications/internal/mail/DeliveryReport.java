package dev.tocsin.notifications.internal.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a mail server reports of a message (RFC 3464). */
final class DeliveryReport {

  private static final Pattern ID =
      Pattern.compile("(?im)^(?:Message-ID|Original-Message-ID):\\s*(<[^<>\\s]{1,250}>)");

  private DeliveryReport() {}

  /**
   * Returns what a report says.
   *
   * @param status the part of fields, one recipient after the other
   * @param reported the message it is about, or its headers; null when it is not there
   */
  static ParsedMail.Bounce read(String status, @Nullable String reported) {
    String action = field(status, "Action").toLowerCase(Locale.ROOT);
    String code = field(status, "Status");
    String said = field(status, "Diagnostic-Code");
    Matcher id = ID.matcher(reported == null ? status : reported);
    String detail = MailParser.line((code + " " + said).strip(), 300);
    boolean failed = action.equals("failed") || (action.isEmpty() && code.startsWith("5"));
    return new ParsedMail.Bounce(id.find() ? id.group(1) : null, failed, detail);
  }

  private static String field(String fields, String name) {
    Matcher matcher =
        Pattern.compile("(?im)^" + name + ":[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)").matcher(fields);
    return matcher.find() ? matcher.group(1).strip() : "";
  }
}
