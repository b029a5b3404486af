package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What will go wrong with a schedule in a window, as far as it can be known.
 *
 * @param to exclusive
 * @param gaps when nobody is on
 * @param doubleBookings who is on in two schedules, or in two layers of this one, at once
 */
public record QualityReport(
    UUID scheduleId,
    Instant from,
    Instant to,
    List<Gap> gaps,
    List<DoubleBooking> doubleBookings,
    List<QualityWarning> warnings) {}
