package dev.tocsin.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Adds a customer.
 *
 * @param key letters, digits and {@code . _ -}; unique without case
 * @param language the language it is written to in, a tag such as {@code de}; null is English
 */
public record CreateCustomer(
    @NotNull @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) String key,
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name,
    @Nullable @Pattern(regexp = Limits.LANGUAGE, message = Limits.LANGUAGE_SAYS) String language) {

  /** Makes the command for a customer who is written to in English. */
  public CreateCustomer(String key, String name) {
    this(key, name, null);
  }
}
