package dev.tocsin.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An escalation policy with its tiers in the order in which they are paged. */
public record PolicyView(
    UUID id,
    String name,
    @Nullable String description,
    boolean enabled,
    int repeat,
    List<TierView> tiers,
    Instant createdAt,
    long version) {}
