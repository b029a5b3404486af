package dev.tocsin.platform.error;

/**
 * No such thing, or none that the actor may know of; the two are told apart nowhere. Status 404.
 */
public final class NotFound extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error of a missing thing, named by its kind only: {@code ticket}. */
  public NotFound(String what) {
    super("not_found", "No such " + what + ".");
  }
}
