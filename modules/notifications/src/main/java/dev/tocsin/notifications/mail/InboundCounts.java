package dev.tocsin.notifications.mail;

/**
 * What of the incoming mail needs somebody.
 *
 * @param received messages that are not judged yet
 * @param held messages that wait for a decision
 * @param failed those of the held that could not be dealt with
 * @param failing mailboxes whose last reading went wrong
 */
public record InboundCounts(long received, long held, long failed, long failing) {}
