package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.InboundState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message was judged to be. */
record Verdict(InboundState state, String reason, @Nullable UUID ticketId) {

  static Verdict accepted(String reason, UUID ticketId) {
    return new Verdict(InboundState.ACCEPTED, reason, ticketId);
  }

  static Verdict held(String reason) {
    return new Verdict(InboundState.HELD, reason, null);
  }

  static Verdict ignored(String reason) {
    return new Verdict(InboundState.IGNORED, reason, null);
  }

  static Verdict bounced(@Nullable UUID ticketId) {
    return new Verdict(InboundState.BOUNCED, "bounce", ticketId);
  }
}
