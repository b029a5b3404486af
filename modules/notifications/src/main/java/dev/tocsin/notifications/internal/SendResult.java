package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one try ended.
 *
 * @param outcome sent, failed or refused
 * @param statusCode the HTTP status or SMTP reply code, if the receiver gave one
 * @param error one line; null when sent
 * @param retryAfter how long the receiver wants to be left alone, if it said so
 */
public record SendResult(
    AttemptOutcome outcome,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable Duration retryAfter) {

  private static final int MAX_ERROR = 500;

  public static SendResult sent(@Nullable Integer statusCode) {
    return new SendResult(AttemptOutcome.SENT, statusCode, null, null);
  }

  public static SendResult failed(@Nullable Integer statusCode, String error) {
    return new SendResult(AttemptOutcome.FAILED, statusCode, oneLine(error), null);
  }

  public static SendResult refused(@Nullable Integer statusCode, String error) {
    return new SendResult(AttemptOutcome.REFUSED, statusCode, oneLine(error), null);
  }

  public SendResult after(@Nullable Duration wait) {
    return new SendResult(outcome, statusCode, error, wait);
  }

  private static String oneLine(String error) {
    String line = error.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MAX_ERROR ? line : line.substring(0, MAX_ERROR);
  }
}
