package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.UserDeactivated;
import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lets people go, but never the last admin and nobody by their own hand. */
@Dependent
public class Departures {

  @Inject private UserStore users;
  @Inject private Sessions sessions;
  @Inject private PasswordLinks links;
  @Inject private TokenStore tokens;
  @Inject private Audit audit;
  @Inject private Event<UserDeactivated> deactivated;
  @Inject @Any private Instance<UserMentions> mentions;

  /** Deactivates an active person and returns where they are still named. */
  public List<Warning> deactivate(Actor actor, User user, Instant now) {
    if (user.isActiveAdmin()) {
      mayStopBeingAdmin(actor, user);
    }
    user.deactivate(now);
    users.flush();
    links.endAll(user.id());
    int endedSessions = sessions.endAll(user.id(), null);
    int endedTokens = tokens.endAllOf(user.id());
    List<Warning> warnings =
        mentions.stream().flatMap(module -> module.mentionsOf(user.id()).stream()).toList();
    deactivated.fire(new UserDeactivated(user.id(), now));
    audit.record(
        actor,
        "user.deactivated",
        "user",
        user.id().toString(),
        Map.of("sessions", endedSessions, "api_tokens", endedTokens));
    return warnings;
  }

  /**
   * Lets pass unless this is the last admin or the actor themselves; two admins who take each
   * other's role at the same time are asked one after the other.
   *
   * @throws Conflict {@code last_admin} or {@code self_removal}
   */
  void mayStopBeingAdmin(Actor actor, User user) {
    users.lockAdmins();
    if (users.activeAdmins() <= 1) {
      throw new Conflict("last_admin", "The last admin cannot go.");
    }
    if (user.id().equals(actor.id())) {
      throw new Conflict("self_removal", "Nobody removes themselves; ask another admin.");
    }
  }
}
