package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds a person.
 *
 * @param handle letters, digits and {@code . _ -}; made from the email when null
 * @param role any but {@code ingest}, which is for API tokens only
 * @param customerId required for the role customer, not allowed for any other
 * @param password null to send an invitation by which the person chooses one
 */
public record CreateUser(
    @NotBlank @Email @Size(max = Limits.EMAIL) String email,
    @NotNull @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String name,
    @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) @Nullable String handle,
    @NotNull Role role,
    @Nullable UUID customerId,
    @Nullable String password) {

  @Override
  public String toString() {
    return "CreateUser[email=" + email + ", role=" + role + "]";
  }
}
