package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.DutyRoster;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingActions.Assign;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person a rule gives a ticket to: the one it names, the next in turn of its team, or
 * whoever of the team has the least to do. Who has left or is away gets nothing by turns.
 */
@Dependent
public class AssigneeChoice {

  /** For tickets that are somebody's already. */
  static final Way NOBODY_NEEDED = actions -> new Chosen(null, null);

  @Inject private Users users;
  @Inject private Teams teams;
  @Inject private RoutingTurns turns;
  @Inject @Any private Instance<DutyRoster> rosters;

  /** How a person is found for what a rule does. */
  interface Way {
    Chosen choose(RoutingActions actions);
  }

  /**
   * A person and why.
   *
   * @param userId null for nobody
   * @param why null when nobody was looked for
   */
  record Chosen(@Nullable UUID userId, @Nullable String why) {}

  /** Chooses, and takes the turn; two who choose in one team at once choose after each other. */
  Chosen take(RoutingActions actions, Instant at) {
    return choose(actions, at, true);
  }

  /** Chooses whom {@link #take} would choose now. */
  Chosen peek(RoutingActions actions, Instant at) {
    return choose(actions, at, false);
  }

  private Chosen choose(RoutingActions actions, Instant at, boolean takes) {
    Assign assign = actions.assign() == null ? Assign.FIXED : actions.assign();
    if (assign == Assign.FIXED) {
      return named(actions.assigneeId());
    }
    UUID teamId = actions.teamId();
    TeamView team = teamId == null ? null : teams.find(teamId).orElse(null);
    if (team == null) {
      return new Chosen(null, "the rule's team is gone");
    }
    UUID last = takes ? turns.claim(team.id()) : turns.last(team.id());
    List<UUID> inTurn = Turns.after(last, atWork(team, at));
    if (inTurn.isEmpty()) {
      return new Chosen(null, "nobody of " + team.name() + " is at work");
    }
    String among = " of " + inTurn.size() + " at work in " + team.name();
    UUID next = inTurn.get(0);
    String why = "next in turn" + among;
    if (assign == Assign.LEAST_LOADED) {
      Map<UUID, Long> load = turns.unfinishedOf(inTurn);
      next = Turns.leastLoaded(inTurn, load);
      why = "the least to do (" + load.getOrDefault(next, 0L) + ")" + among;
    }
    if (takes) {
      turns.give(team.id(), next);
    }
    return new Chosen(next, why);
  }

  private Chosen named(@Nullable UUID userId) {
    if (userId == null) {
      return new Chosen(null, null);
    }
    return users.find(userId).filter(Intake::canAnswer).isPresent()
        ? new Chosen(userId, "named by the rule")
        : new Chosen(null, "who is named by the rule has left");
  }

  private List<UUID> atWork(TeamView team, Instant at) {
    Set<UUID> here =
        users.byIds(team.memberIds()).values().stream()
            .filter(Intake::canAnswer)
            .map(UserView::id)
            .collect(Collectors.toSet());
    Set<UUID> away =
        rosters.stream()
            .flatMap(roster -> roster.away(here, at).stream())
            .collect(Collectors.toSet());
    return here.stream().filter(person -> !away.contains(person)).toList();
  }
}
