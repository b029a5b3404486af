package dev.tocsin.ticketing.internal.work;

import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.work.Audience;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose something is and who finds it. */
@Embeddable
public class Sharing {

  @Convert(converter = WorkColumns.OfAudience.class)
  private Audience audience;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column(name = "team_id")
  private @Nullable UUID teamId;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Sharing() {}

  Sharing(Audience audience, @Nullable UUID ownerId, @Nullable UUID teamId) {
    this.audience = audience;
    this.ownerId = ownerId;
    this.teamId = teamId;
  }

  /** Returns the same owner's, found by whom another finds it. */
  public Sharing as(Sharing other) {
    return new Sharing(other.audience, ownerId, other.teamId);
  }

  /** Returns the same owner's, found by nobody else. */
  Sharing withdrawn() {
    return new Sharing(Audience.OWNER, ownerId, null);
  }

  /** Returns whether an actor in these teams finds it. */
  boolean reaches(Actor actor, Set<UUID> teams) {
    return audience == Audience.EVERYONE
        || isOf(actor)
        || (teamId != null && teams.contains(teamId));
  }

  boolean isOf(Actor actor) {
    return ownerId != null && Objects.equals(ownerId, actor.id());
  }

  public Audience audience() {
    return audience;
  }

  public @Nullable UUID ownerId() {
    return ownerId;
  }

  public @Nullable UUID teamId() {
    return teamId;
  }
}
