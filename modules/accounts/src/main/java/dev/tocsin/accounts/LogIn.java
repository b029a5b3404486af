package dev.tocsin.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Signs a person in; an email that nobody could have is merely wrong, like any other. */
public record LogIn(
    @NotNull @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.LINE, message = Limits.LINE_SAYS)
        String email,
    @NotNull @Size(max = Limits.TYPED_PASSWORD) String password) {

  @Override
  public String toString() {
    return "LogIn[]";
  }
}
