package dev.tocsin.web.incidents;

import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.TargetType;
import dev.tocsin.incidents.TierView;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about one tier: whom it pages and how long it waits for an answer. */
public class TierDraft implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIVE_MINUTES = 300;

  private @Nullable UUID scheduleId;
  private List<String> userIds = List.of();
  private List<String> userNames = List.of();
  private int timeoutSeconds = FIVE_MINUTES;

  TierDraft() {}

  TierDraft(TierView tier) {
    scheduleId = tier.scheduleId();
    userIds = tier.userIds().stream().map(UUID::toString).toList();
    userNames = tier.userNames();
    timeoutSeconds = tier.timeoutSeconds();
  }

  /** Returns the tier; names without an account, which only programs can type, are kept. */
  CreateTier command() {
    TargetType target =
        scheduleId == null
            ? TargetType.USERS
            : userIds.isEmpty() && userNames.isEmpty() ? TargetType.SCHEDULE : TargetType.BOTH;
    List<UUID> users = userIds.stream().map(UUID::fromString).toList();
    return new CreateTier(target, scheduleId, userNames, users, timeoutSeconds);
  }

  public @Nullable UUID getScheduleId() {
    return scheduleId;
  }

  public void setScheduleId(@Nullable UUID scheduleId) {
    this.scheduleId = scheduleId;
  }

  public List<String> getUserIds() {
    return userIds;
  }

  public void setUserIds(List<String> userIds) {
    this.userIds = userIds;
  }

  public int getTimeoutSeconds() {
    return timeoutSeconds;
  }

  public void setTimeoutSeconds(int timeoutSeconds) {
    this.timeoutSeconds = timeoutSeconds;
  }
}
