package dev.tocsin.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes the caller's own name or password; what is null stays as it is.
 *
 * @param currentPassword required with a new password
 */
public record ChangeOwn(
    @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        @Nullable String name,
    @Size(max = Limits.TYPED_PASSWORD) @Nullable String currentPassword,
    @Nullable String newPassword) {

  @Override
  public String toString() {
    return "ChangeOwn[name=" + name + "]";
  }
}
