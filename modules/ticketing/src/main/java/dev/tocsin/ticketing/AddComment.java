package dev.tocsin.ticketing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Say something on a ticket.
 *
 * @param displayName the name shown instead of the actor's; it never decides who spoke
 */
public record AddComment(
    @NotNull @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String body,
    @NotNull Visibility visibility,
    @Nullable @Size(max = 255) @Pattern(regexp = Texts.ANY, message = Texts.ANY_SAYS)
        String displayName) {

  /** Returns a public comment under the actor's own name. */
  public static AddComment inPublic(String body) {
    return new AddComment(body, Visibility.PUBLIC, null);
  }

  /** Returns an internal comment under the actor's own name. */
  public static AddComment internal(String body) {
    return new AddComment(body, Visibility.INTERNAL, null);
  }
}
