package dev.tocsin.schedules;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can be on call: a user of Tocsin, or a name in free text.
 *
 * @param userName the name as it was written; in a command it may be absent when {@code userId} is
 *     given, in an answer it is always there
 * @param userId the user behind the name; null while no user matches it
 */
public record Person(@Nullable @Size(max = 200) String userName, @Nullable UUID userId) {

  /** Return the name, or the empty string when only an id is known. */
  public String name() {
    return userName == null ? "" : userName;
  }

  /**
   * Tell whether both mean the same human: by id where both have one, else by name without case.
   */
  public boolean isSameAs(Person other) {
    if (userId != null && other.userId != null) {
      return userId.equals(other.userId);
    }
    return userName != null && userName.equalsIgnoreCase(other.userName);
  }
}
