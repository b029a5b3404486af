package dev.tocsin.accounts;

import dev.tocsin.accounts.internal.Team;
import dev.tocsin.accounts.internal.TeamStore;
import dev.tocsin.accounts.internal.User;
import dev.tocsin.accounts.internal.UserStore;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The teams that work can be given to, and who is in them. */
@Stateless
public class Teams {

  @Inject private TeamStore teams;
  @Inject private UserStore users;
  @Inject private Event<TeamDeleted> deleted;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Adds a team without members.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code handle_taken}
   */
  public TeamView create(Actor actor, CreateTeam command) {
    actor.require(Role.ADMIN);
    Input.check(command);
    Team team = new Team(Ids.next(), command, Times.now(clock));
    teams.add(team);
    record(actor, "team.created", team, Map.of("handle", team.handle()));
    return team.view();
  }

  /**
   * Changes what the command names.
   *
   * @param ifVersion the version the caller saw; null changes whichever is newest
   * @throws dev.tocsin.platform.error.Conflict {@code handle_taken}
   */
  public TeamView change(Actor actor, UUID id, ChangeTeam command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(command);
    Team team = teams.require(id);
    Stale.check(team.version(), ifVersion);
    Map<String, Object> changed = team.describe(command);
    teams.flush();
    if (!changed.isEmpty()) {
      record(actor, "team.changed", team, changed);
    }
    return team.view();
  }

  /**
   * Deletes a team.
   *
   * @throws dev.tocsin.platform.error.Conflict what an observer of {@link TeamDeleted} throws
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Team team = teams.require(id);
    Stale.check(team.version(), ifVersion);
    teams.remove(team);
    deleted.fire(new TeamDeleted(id, team.handle(), Times.now(clock)));
    record(actor, "team.deleted", team, Map.of("handle", team.handle()));
  }

  /**
   * Takes a person into a team; once is enough.
   *
   * @throws Rejected when the person is a customer's
   */
  public void addMember(Actor actor, UUID teamId, UUID userId) {
    actor.require(Role.ADMIN);
    Team team = teams.require(teamId);
    if (users.require(userId).role() == Role.CUSTOMER) {
      throw new Rejected("/user_id", "not_allowed", "is a customer's person");
    }
    if (team.admit(userId)) {
      teams.membersChanged(team);
      record(actor, "team.member_added", team, Map.of("user_id", userId));
    }
  }

  /** Takes a person out of a team; somebody who is not in it stays out. */
  public void removeMember(Actor actor, UUID teamId, UUID userId) {
    actor.require(Role.ADMIN);
    Team team = teams.require(teamId);
    if (team.release(userId)) {
      teams.membersChanged(team);
      record(actor, "team.member_removed", team, Map.of("user_id", userId));
    }
  }

  /** Returns the people of a team by name, deactivated ones too; for staff. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<UserView> members(Actor actor, UUID teamId) {
    actor.requireStaff();
    return users.byIds(teams.require(teamId).memberIds()).stream()
        .map(User::view)
        .sorted(Comparator.comparing(UserView::name).thenComparing(UserView::id))
        .toList();
  }

  /** Returns a page of teams by handle; for staff. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<TeamView> list(Actor actor, PageRequest page) {
    actor.requireStaff();
    return teams.list(page).map(Team::view);
  }

  /**
   * Returns a team; for staff.
   *
   * @throws NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public TeamView require(Actor actor, UUID id) {
    actor.requireStaff();
    return require(id);
  }

  /**
   * Returns a team, for other modules.
   *
   * @throws NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public TeamView require(UUID id) {
    return teams.require(id).view();
  }

  /** Returns a team, for other modules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<TeamView> find(UUID id) {
    return teams.find(id).map(Team::view);
  }

  /** Returns the team with a handle, without case, for other modules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<TeamView> byHandle(String handle) {
    return teams.byHandle(handle).map(Team::view);
  }

  /** Returns those of the teams that exist, by id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<UUID, TeamView> byIds(Collection<UUID> ids) {
    return teams.byIds(ids).stream()
        .map(Team::view)
        .collect(Collectors.toMap(TeamView::id, Function.identity()));
  }

  private void record(Actor actor, String action, Team team, Map<String, Object> detail) {
    audit.record(actor, action, "team", team.id().toString(), detail);
  }
}
