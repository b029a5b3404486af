package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.TicketFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of tickets that people come back to.
 *
 * @param builtIn whether it came with the product; such a view can be neither changed nor removed
 * @param ownerId who made it; null for a built-in one
 * @param columns never empty
 * @param createdAt null for a built-in one
 * @param updatedAt null for a built-in one
 */
public record SavedViewDetail(
    UUID id,
    String name,
    int order,
    boolean builtIn,
    Audience audience,
    @Nullable UUID ownerId,
    @Nullable UUID teamId,
    TicketFilter filter,
    List<TicketColumn> columns,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    long version) {}
