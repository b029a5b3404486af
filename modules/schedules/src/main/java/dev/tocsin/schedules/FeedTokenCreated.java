package dev.tocsin.schedules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new feed token.
 *
 * @param token the secret, shown this once: {@code tcf_…}
 * @param path of the one feed it opens, the secret included; null when it opens more than one
 */
public record FeedTokenCreated(UUID id, String token, @Nullable String path) {

  @Override
  public String toString() {
    return "FeedTokenCreated[id=" + id + "]";
  }
}
