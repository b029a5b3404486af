package dev.tocsin.accounts;

import java.util.UUID;

/**
 * A new API token.
 *
 * @param token the secret, shown this once: {@code tcs_…}
 */
public record ApiTokenCreated(UUID id, String token) {

  @Override
  public String toString() {
    return "ApiTokenCreated[id=" + id + "]";
  }
}
