package dev.tocsin.accounts;

import dev.tocsin.platform.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes a person; what is null stays as it is. A password cannot be changed this way.
 *
 * @param customerId required when the role becomes customer
 * @param active false deactivates, true lets a deactivated person in again
 */
public record ChangeUser(
    @Email @Size(min = 1, max = Limits.EMAIL) @Nullable String email,
    @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        @Nullable String name,
    @Pattern(regexp = Limits.HANDLE, message = Limits.HANDLE_SAYS) @Nullable String handle,
    @Nullable Role role,
    @Nullable UUID customerId,
    @Nullable Boolean active) {

  /** Changes the name and nothing else. */
  public static ChangeUser rename(String name) {
    return new ChangeUser(null, name, null, null, null, null);
  }
}
