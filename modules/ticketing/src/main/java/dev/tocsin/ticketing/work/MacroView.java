package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A canned reply with the changes that go with it.
 *
 * @param ownerId who made it; null for the system
 * @param reply its placeholders not filled in; null says nothing
 */
public record MacroView(
    UUID id,
    String name,
    int order,
    Audience audience,
    @Nullable UUID ownerId,
    @Nullable UUID teamId,
    @Nullable String reply,
    Visibility visibility,
    AdjustTicket change,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
