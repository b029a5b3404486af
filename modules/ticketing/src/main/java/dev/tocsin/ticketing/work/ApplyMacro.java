package dev.tocsin.ticketing.work;

import dev.tocsin.ticketing.Texts;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Apply a macro to a ticket.
 *
 * @param reply what is said instead of the macro's own reply, for example after it was edited; null
 *     is the macro's own
 */
public record ApplyMacro(
    @Nullable @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String reply) {

  /** Returns the application with the macro's own reply. */
  public static ApplyMacro asItIs() {
    return new ApplyMacro(null);
  }
}
