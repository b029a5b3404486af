package dev.tocsin.incidents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tier of an escalation policy.
 *
 * @param tierIndex from 0, without gaps
 */
public record TierView(
    UUID id,
    int tierIndex,
    TargetType targetType,
    @Nullable UUID scheduleId,
    List<String> userNames,
    List<UUID> userIds,
    int timeoutSeconds) {}
