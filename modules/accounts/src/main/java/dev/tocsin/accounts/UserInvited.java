package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A person was added without a password, or invited anew. Whoever observes this tells them.
 *
 * @param token the secret of the link by which they set a password once; to be sent to the person
 *     and kept nowhere else in the clear
 * @param expiresAt UTC; the link works before this
 */
public record UserInvited(UUID userId, String email, String name, String token, Instant expiresAt) {

  /** Leaves the secret and the address out: events end up in logs. */
  @Override
  public String toString() {
    return "UserInvited[userId=" + userId + ", expiresAt=" + expiresAt + "]";
  }
}
