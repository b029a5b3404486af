package dev.tocsin.schedules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a swap.
 *
 * @param userId on whose behalf an admin accepts; null means the person who was asked, for an offer
 *     to anybody the caller
 */
public record AcceptSwap(@Nullable UUID userId) {}
