package dev.tocsin.accounts;

import java.time.Instant;

/**
 * A new session.
 *
 * @param sessionToken the cookie's value; a secret
 * @param csrfToken what unsafe requests with the cookie must repeat
 * @param expiresAt UTC; the session ends at the latest
 */
public record SignedIn(String sessionToken, String csrfToken, UserView user, Instant expiresAt) {

  @Override
  public String toString() {
    return "SignedIn[user=" + user.id() + "]";
  }
}
