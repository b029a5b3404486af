package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.CreateFeedToken;
import dev.tocsin.schedules.FeedTokenView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a calendar feed's address, stored as its digest.
 *
 * <p>It never changes but for the time of its last use; it ends by being revoked, with its owner,
 * or with what it shows.
 */
@Entity
@Table(name = "feed_tokens", schema = "schedules")
public class FeedToken {

  /** How precise the last use is: one write a minute, however busy the token. */
  static final Duration USE_PRECISION = Duration.ofMinutes(1);

  @Id private UUID id;

  @Column(name = "token_hash")
  private String tokenHash;

  private String name;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "schedule_id")
  private @Nullable UUID scheduleId;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected FeedToken() {}

  /** Makes a token of a judged command. */
  public FeedToken(UUID id, CreateFeedToken command, String tokenHash, UUID owner, Instant at) {
    this.id = id;
    this.tokenHash = tokenHash;
    this.name = command.name() == null ? "" : command.name().strip();
    this.ownerId = owner;
    this.scheduleId = command.scheduleId();
    this.userId = command.userId();
    this.createdAt = at;
  }

  public boolean opensSchedule(@Nullable UUID schedule) {
    return userId == null && (scheduleId == null || scheduleId.equals(schedule));
  }

  public boolean opensUser(@Nullable UUID user) {
    return scheduleId == null && (userId == null || userId.equals(user));
  }

  /** Returns where the one feed is that it opens; empty when it opens more than one. */
  public Optional<String> path() {
    if (scheduleId != null) {
      return Optional.of("/api/v1/schedules/" + scheduleId + "/calendar.ics");
    }
    return Optional.ofNullable(userId).map(user -> "/api/v1/users/" + user + "/calendar.ics");
  }

  boolean usedLongBefore(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_PRECISION));
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public UUID ownerId() {
    return ownerId;
  }

  public FeedTokenView view() {
    return new FeedTokenView(id, name, ownerId, scheduleId, userId, createdAt, lastUsedAt);
  }
}
