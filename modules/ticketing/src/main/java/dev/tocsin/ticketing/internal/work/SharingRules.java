package dev.tocsin.ticketing.internal.work;

import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.work.Audience;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who finds what people share, and who may change it. */
@Dependent
public class SharingRules {

  @Inject private Teams teams;

  /** Lets pass those who work here. */
  public void requireStaff(Actor actor) {
    actor.requireStaff();
  }

  /** Returns what of these things an actor finds. */
  public <T extends Shared> Stream<T> visible(Actor actor, List<T> all) {
    Set<UUID> named =
        all.stream()
            .map(thing -> thing.sharing().teamId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<UUID> own =
        teams.byIds(named).values().stream()
            .filter(team -> isIn(actor, team))
            .map(TeamView::id)
            .collect(Collectors.toSet());
    return all.stream().filter(thing -> thing.sharing().reaches(actor, own));
  }

  /**
   * Returns a thing the actor finds.
   *
   * @throws NotFound when it is not there, or not the actor's to find
   */
  public <T extends Shared> T visible(Actor actor, Optional<T> thing, String called) {
    return visible(actor, thing.stream().toList())
        .findFirst()
        .orElseThrow(() -> new NotFound(called));
  }

  /**
   * Returns what an actor makes of an audience.
   *
   * @throws Forbidden for what everyone should find, unless the actor administers
   */
  public Sharing sharing(Actor actor, @Nullable Audience audience, @Nullable UUID teamId) {
    Audience wanted = Objects.requireNonNullElse(audience, Audience.OWNER);
    if ((wanted == Audience.TEAM) != (teamId != null)) {
      throw new Rejected(
          "/team_id", "invalid", "is given when the audience is a team, and only then");
    }
    if (wanted == Audience.EVERYONE && !actor.is(Role.ADMIN)) {
      throw new Forbidden("audience", "Only admins share with everyone.");
    }
    if (teamId != null) {
      TeamView team =
          teams.find(teamId).orElseThrow(() -> new Rejected("/team_id", "unknown", "no such team"));
      requireMember(actor, team);
    }
    return new Sharing(wanted, actor.id(), teamId);
  }

  /**
   * Lets pass whoever may change a thing the actor finds.
   *
   * @throws Forbidden otherwise
   */
  public void requireChangeable(Actor actor, Shared thing) {
    // a team's are its members' and one's own are one's own: who finds them may change them
    if (thing.sharing().audience() == Audience.EVERYONE && !actor.is(Role.ADMIN)) {
      throw new Forbidden("audience", "Only admins change what everyone finds.");
    }
  }

  private static void requireMember(Actor actor, TeamView team) {
    if (!isIn(actor, team)) {
      throw new Forbidden("audience", "You share with your own teams only.");
    }
  }

  private static boolean isIn(Actor actor, TeamView team) {
    return actor.is(Role.ADMIN) || team.memberIds().contains(actor.id());
  }
}
