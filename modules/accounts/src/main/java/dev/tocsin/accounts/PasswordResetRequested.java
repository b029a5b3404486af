package dev.tocsin.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * An active person forgot their password. Whoever observes this tells them.
 *
 * @param token the secret of the link by which they set a password once; to be sent to the person
 *     and kept nowhere else in the clear
 * @param expiresAt UTC; the link works before this
 */
public record PasswordResetRequested(
    UUID userId, String email, String name, String token, Instant expiresAt) {

  /** Leaves the secret and the address out: events end up in logs. */
  @Override
  public String toString() {
    return "PasswordResetRequested[userId=" + userId + ", expiresAt=" + expiresAt + "]";
  }
}
