package dev.tocsin.web.tickets;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A property that somebody else changed while it was typed over here.
 *
 * @param who who changed it; empty when the history does not tell
 * @param at when; null when the history does not tell
 * @param before what it was for both
 */
public record Clash(
    String property,
    String who,
    @Nullable Instant at,
    @Nullable Object before,
    @Nullable Object mine,
    @Nullable Object theirs)
    implements Serializable {}
