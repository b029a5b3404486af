package dev.tocsin.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first admin of a new installation.
 *
 * @param setupToken the token the start of the server printed; judged at the edge, where it is
 *     known whence the request came
 */
public record BootstrapAdmin(
    @NotBlank @Email @Size(max = Limits.EMAIL) String email,
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name,
    @NotNull String password,
    @Nullable String setupToken) {

  @Override
  public String toString() {
    return "BootstrapAdmin[email=" + email + "]";
  }
}
