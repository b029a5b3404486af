package dev.tocsin.schedules;

import dev.tocsin.platform.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it is served.
 *
 * @param text RFC 5545, its lines ending in CRLF
 * @param lastModified when anything in it last changed, to the second; null when it is empty
 */
public record CalendarFeed(String text, @Nullable Instant lastModified) {

  /** Returns what the calendar is encoded as when it is sent: UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a tag that is the same exactly as long as the text is. */
  public String tag() {
    return Tokens.digest(text);
  }
}
