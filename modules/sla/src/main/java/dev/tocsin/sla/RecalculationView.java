package dev.tocsin.sla;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an edit has come to the clocks it concerns.
 *
 * @param cause what was edited: {@code calendar} or {@code policy}
 * @param total the open clocks it concerned when it began; once it is done, those it came to
 * @param failed those that could not be recomputed and stay as they were
 * @param finishedAt null while it runs
 */
public record RecalculationView(
    UUID id,
    String cause,
    UUID causeId,
    RecalculationState state,
    int total,
    int done,
    int failed,
    Instant startedAt,
    @Nullable Instant finishedAt) {}
