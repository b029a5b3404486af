package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which people to list; null does not filter.
 *
 * @param q part of a name, email or handle, without case
 */
public record UserQuery(
    @Nullable String q, @Nullable Role role, @Nullable Boolean active, @Nullable UUID customerId) {

  /** Returns the query for everybody. */
  public static UserQuery all() {
    return new UserQuery(null, null, null, null);
  }
}
