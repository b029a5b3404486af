package dev.tocsin.platform.error;

/** No credential, or a bad one; which of the two is not said. Status 401. */
public final class Unauthenticated extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error of a missing or bad credential. */
  public Unauthenticated() {
    super("unauthenticated", "Sign in or send a valid token.");
  }
}
