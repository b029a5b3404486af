package dev.tocsin.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team that work can be given to.
 *
 * @param handle the short name by which rules and the support API call it
 * @param memberIds its people, deactivated ones too
 * @param createdAt UTC
 * @param version for optimistic locking
 */
public record TeamView(
    UUID id,
    String handle,
    String name,
    @Nullable String description,
    List<UUID> memberIds,
    Instant createdAt,
    long version) {

  public TeamView {
    memberIds = List.copyOf(memberIds);
  }
}
