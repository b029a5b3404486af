package dev.tocsin.schedules;

import dev.tocsin.accounts.Warning;
import java.util.List;
import java.util.UUID;

/**
 * What came of the import of a calendar.
 *
 * @param added how many overrides are new; likewise what was {@code removed} because the calendar
 *     does not say it any more, and {@code unchanged} as it was imported before; a changed event
 *     has something removed and something added
 * @param skipped how many events had nothing between now and 400 days ahead
 * @param warnings what to look after: names that are nobody's, and what is usual of overrides
 */
public record OverrideImport(
    UUID scheduleId, int added, int removed, int unchanged, int skipped, List<Warning> warnings) {}
