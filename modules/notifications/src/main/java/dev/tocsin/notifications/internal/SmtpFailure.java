package dev.tocsin.notifications.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a mail server's refusal from its trouble.
 *
 * <p>A 5xx reply to the message or its receiver is final. A refused sign-in is not: the operator
 * can mend the password, and the message deserves to wait for that.
 */
final class SmtpFailure {

  private static final Pattern REPLY = Pattern.compile("([245][0-9]{2})[ -].*", Pattern.DOTALL);

  private SmtpFailure() {}

  /** Returns how a try ended that threw this. */
  static SendResult of(MessagingException failure) {
    Integer code = replyCode(failure);
    if (failure instanceof AuthenticationFailedException) {
      return SendResult.failed(code, "the mail server refused user and password: " + text(failure));
    }
    return code != null && code >= 500
        ? SendResult.refused(code, text(failure))
        : SendResult.failed(code, text(failure));
  }

  /** The exceptions of a send are chained; the reply is the text of one of them. */
  private static @Nullable Integer replyCode(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      Matcher reply = REPLY.matcher(String.valueOf(e.getMessage()).strip());
      if (reply.matches()) {
        return Integer.valueOf(reply.group(1));
      }
    }
    return null;
  }

  private static String text(MessagingException failure) {
    Exception deepest = failure;
    for (Exception e = failure; e != null; e = next(e)) {
      deepest = e;
    }
    String message = deepest.getMessage();
    return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
