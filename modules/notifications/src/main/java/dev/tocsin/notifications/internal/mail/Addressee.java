package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.ReceiverKind;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who is mailed about a ticket.
 *
 * @param link where they look at it
 */
record Addressee(ReceiverKind kind, UUID id, String name, String address, String link) {

  /** Returns what an address is compared by. */
  static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  String key() {
    return key(address);
  }
}
