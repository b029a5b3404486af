package dev.tocsin.ticketing;

import java.util.UUID;

/** A person who wants to hear of what happens to a ticket. */
public record Watcher(UUID userId, String name, String handle) {}
