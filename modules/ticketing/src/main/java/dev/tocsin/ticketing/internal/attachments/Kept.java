package dev.tocsin.ticketing.internal.attachments;

/**
 * Bytes that are kept.
 *
 * @param key by which they are found in their place
 */
public record Kept(Place place, String key) {}
