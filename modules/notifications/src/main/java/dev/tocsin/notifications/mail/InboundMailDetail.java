package dev.tocsin.notifications.mail;

/**
 * A message with what it says.
 *
 * @param text as plain text; of one that cannot be read, its beginning as it came
 */
public record InboundMailDetail(InboundMailView mail, String text) {}
