package dev.tocsin.web.rest;

import dev.tocsin.accounts.SessionView;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Unauthenticated;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the edge found out from a session cookie or an API token.
 *
 * <p>Resources and console pages inject it and hand {@link #actor()} to the modules, which decide
 * what that actor may do.
 */
@RequestScoped
public class Caller {

  private @Nullable Actor actor;
  private @Nullable SessionView session;
  private @Nullable String sessionToken;

  /**
   * Returns who is calling.
   *
   * @throws Unauthenticated when nobody is known
   */
  public Actor actor() {
    Actor known = actor;
    if (known == null) {
      throw new Unauthenticated();
    }
    return known;
  }

  /** Returns who is calling, if known. */
  public Optional<Actor> find() {
    return Optional.ofNullable(actor);
  }

  /** Returns the caller's session; empty for an API token or for nobody. */
  public Optional<SessionView> session() {
    return Optional.ofNullable(session);
  }

  /** Returns the secret of the caller's session; null for an API token or for nobody. */
  public @Nullable String sessionToken() {
    return sessionToken;
  }

  /** Remembers an API token's actor for the rest of the request. */
  public void isToken(Actor known) {
    actor = known;
  }

  /** Remembers a session for the rest of the request. */
  public void isSession(SessionView known, String token) {
    actor = known.actor();
    session = known;
    sessionToken = token;
  }
}
