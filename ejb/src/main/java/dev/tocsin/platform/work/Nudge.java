package dev.tocsin.platform.work;

/**
 * Asks that a work runs right after the current transaction commits, instead of at the next beat.
 *
 * <p>Only an accelerator: a lost nudge costs at most one second.
 *
 * @param work the {@link DueWork#name()}
 */
public record Nudge(String work) {}
