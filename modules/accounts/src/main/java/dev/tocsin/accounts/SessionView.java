package dev.tocsin.accounts;

import dev.tocsin.platform.Actor;
import java.time.Instant;

/**
 * A living session.
 *
 * @param csrfToken what unsafe requests with the cookie must repeat
 * @param actor the person, as commands take them
 * @param expiresAt UTC; the session ends at the latest
 */
public record SessionView(UserView user, String csrfToken, Actor actor, Instant expiresAt) {

  @Override
  public String toString() {
    return "SessionView[user=" + user.id() + "]";
  }
}
