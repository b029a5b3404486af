package dev.tocsin.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Sets a password by an emailed link, once.
 *
 * @param token the link's secret, of a reset or an invitation
 */
public record ResetPassword(
    @NotBlank @Size(max = Limits.NAME) String token, @NotNull String newPassword) {

  @Override
  public String toString() {
    return "ResetPassword[]";
  }
}
