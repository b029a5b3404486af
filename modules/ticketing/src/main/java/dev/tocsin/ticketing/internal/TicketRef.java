package dev.tocsin.ticketing.internal;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people and programs name a ticket: by its id or by its number. */
record TicketRef(@Nullable UUID id, long number) {

  private static final Pattern NUMBER = Pattern.compile("(?i)TKT-(\\d{1,18})");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Returns what a text names; empty when it can name no ticket. */
  static Optional<TicketRef> parse(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return Optional.of(new TicketRef(null, Long.parseLong(number.group(1))));
    }
    return ID.matcher(text).matches()
        ? Optional.of(new TicketRef(UUID.fromString(text), 0))
        : Optional.empty();
  }

  /** Returns a number as people read it: {@code TKT-000001}. */
  static String format(long number) {
    String digits = Long.toString(number);
    return "TKT-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
