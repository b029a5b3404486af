package dev.tocsin.accounts;

import dev.tocsin.accounts.internal.Admission;
import dev.tocsin.accounts.internal.Departures;
import dev.tocsin.accounts.internal.NameMatch;
import dev.tocsin.accounts.internal.PasswordLinks;
import dev.tocsin.accounts.internal.User;
import dev.tocsin.accounts.internal.UserStore;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people. There is no limit to their number, and none is ever deleted: histories keep naming
 * them.
 */
@Stateless
public class Users {

  @Inject private UserStore users;
  @Inject private NameMatch names;
  @Inject private Admission admission;
  @Inject private Departures departures;
  @Inject private PasswordLinks links;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Adds a person; without a password an invitation is announced as {@link UserInvited}.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   * @throws Conflict {@code email_taken} or {@code handle_taken}
   */
  public UserView create(Actor actor, CreateUser command) {
    actor.require(Role.ADMIN);
    User user = admission.admit(command, Times.now(clock));
    if (user.passwordHash().isEmpty()) {
      links.invite(user, Times.now(clock));
    }
    UserView view = user.view();
    audit.record(
        actor,
        "user.created",
        "user",
        view.id().toString(),
        Map.of("email", view.email(), "handle", view.handle(), "role", view.role()));
    return view;
  }

  /**
   * Changes what the command names and nothing else.
   *
   * @param ifVersion the version the caller saw; null changes whichever is newest
   * @throws Conflict {@code last_admin}, {@code self_removal}, {@code email_taken} or {@code
   *     handle_taken}
   * @throws Stale when the version is older
   */
  public UserView change(Actor actor, UUID id, ChangeUser command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    User user = users.require(id);
    Stale.check(user.version(), ifVersion);
    Map<String, Object> changed = admission.change(actor, user, command);
    if (changed.containsKey("email")) {
      links.endAll(id);
    }
    if (!changed.isEmpty()) {
      audit.record(actor, "user.changed", "user", id.toString(), changed);
    }
    if (Boolean.FALSE.equals(command.active()) && user.isActive()) {
      departures.deactivate(actor, user, Times.now(clock));
    }
    return user.view();
  }

  /**
   * Lets a person in no longer and ends their sessions, links and API tokens; once is enough.
   *
   * @return where the person is still named
   * @throws Conflict {@code last_admin} or {@code self_removal}
   */
  public Deactivation deactivate(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    User user = users.require(id);
    Stale.check(user.version(), ifVersion);
    if (!user.isActive()) {
      return new Deactivation(user.view(), List.of());
    }
    List<Warning> warnings = departures.deactivate(actor, user, Times.now(clock));
    return new Deactivation(user.view(), warnings);
  }

  /**
   * Sends a person a new link to set their password; links sent before no longer work.
   *
   * @throws Conflict {@code inactive}
   */
  public UserView invite(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    User user = users.require(id);
    if (!user.isActive()) {
      throw new Conflict("inactive", "Somebody deactivated cannot be invited.");
    }
    links.invite(user, Times.now(clock));
    audit.record(actor, "user.invited", "user", id.toString(), Map.of());
    return user.view();
  }

  /** Returns a page of people by name; for admins. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<UserView> list(Actor actor, UserQuery query, PageRequest page) {
    actor.require(Role.ADMIN);
    return users.list(query, page).map(User::view);
  }

  /** Returns the active people who can be given work, by name; for staff. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Assignable> assignable(Actor actor) {
    actor.requireStaff();
    return users.assignable().stream()
        .map(User::view)
        .map(user -> new Assignable(user.id(), user.name(), user.handle()))
        .toList();
  }

  /**
   * Returns a person; for admins.
   *
   * @throws NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public UserView require(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    return require(id);
  }

  /**
   * Returns a person, for other modules.
   *
   * @throws NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public UserView require(UUID id) {
    return users.require(id).view();
  }

  /** Returns a person, active or not, for other modules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UserView> find(UUID id) {
    return users.find(id).map(User::view);
  }

  /** Returns those of the people that exist, by id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<UUID, UserView> byIds(Collection<UUID> ids) {
    return users.byIds(ids).stream()
        .map(User::view)
        .collect(Collectors.toMap(UserView::id, Function.identity()));
  }

  /** Returns the person with an email address, without case; active or not. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UserView> byEmail(String email) {
    return users.byEmail(email).map(User::view);
  }

  /** Returns the person with a handle, without case; active or not. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UserView> byHandle(String handle) {
    return users.byHandle(handle).map(User::view);
  }

  /**
   * Returns the active person whom a free text means: by email, else name, else handle, else the
   * email's local part, all without case.
   *
   * @return empty when nobody or more than one person could be meant: no page goes to a namesake
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UserView> byName(String text) {
    return Optional.ofNullable(byNames(List.of(text)).get(text));
  }

  /** Returns the active people whom free texts mean, by the text, each as {@link #byName} says. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<String, UserView> byNames(Collection<String> texts) {
    return names.of(texts).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().view()));
  }
}
