package dev.tocsin.schedules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call now in one schedule.
 *
 * @param userName the first of {@code users}; empty when nobody is
 * @param userId the user behind {@code userName}; null when nobody, or nobody known, is on call
 */
public record OnCallNow(
    UUID scheduleId,
    String scheduleName,
    String userName,
    @Nullable UUID userId,
    List<Person> users,
    boolean isOverride) {}
