package dev.tocsin.platform.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A row whose time has come.
 *
 * @param failures how often it threw since it last succeeded
 */
public record DueRow(UUID id, Instant dueAt, int failures) {}
