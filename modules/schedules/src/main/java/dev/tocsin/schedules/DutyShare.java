package dev.tocsin.schedules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a schedule one person carries.
 *
 * @param userId null while no user matches the name
 * @param shifts unbroken stretches on call, one that only begins or ends in the window included
 * @param hours elapsed, to two decimals, as all hours here
 * @param nights how many nights any of it falls into; likewise {@code weekends} and {@code
 *     holidays}
 * @param hoursByKind every kind; together they are {@code hours}
 */
public record DutyShare(
    String userName,
    @Nullable UUID userId,
    int shifts,
    BigDecimal hours,
    int nights,
    int weekends,
    int holidays,
    Map<HourKind, BigDecimal> hoursByKind) {}
