package dev.tocsin.ticketing.fields;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a desk adds to its tickets.
 *
 * @param archivedAt since when it is no longer offered; null when it is
 */
public record CustomFieldView(
    UUID id,
    String key,
    String label,
    FieldType type,
    List<String> options,
    boolean required,
    int order,
    @Nullable Instant archivedAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
