package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.ChangeTier;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.TargetType;
import dev.tocsin.incidents.TierView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tier of a policy, as it is stored in the policy's row.
 *
 * @param userNames email, name or handle of people, matched to users when they are paged
 */
record PolicyTier(
    UUID id,
    TargetType targetType,
    @Nullable UUID scheduleId,
    List<String> userNames,
    List<UUID> userIds,
    int timeoutSeconds) {

  static PolicyTier of(UUID id, CreateTier command) {
    return new PolicyTier(
        id,
        command.targetType(),
        command.scheduleId(),
        orNone(command.userNames()),
        orNone(command.userIds()),
        command.timeoutSeconds());
  }

  PolicyTier changedBy(ChangeTier command) {
    return new PolicyTier(
        id,
        or(command.targetType(), targetType),
        command.scheduleId() == null ? scheduleId : command.scheduleId(),
        or(command.userNames(), userNames),
        or(command.userIds(), userIds),
        or(command.timeoutSeconds(), timeoutSeconds));
  }

  boolean pagesSchedule() {
    return targetType != TargetType.USERS;
  }

  boolean pagesUsers() {
    return targetType != TargetType.SCHEDULE;
  }

  TierView view(int index) {
    return new TierView(id, index, targetType, scheduleId, userNames, userIds, timeoutSeconds);
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
