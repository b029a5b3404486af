package dev.tocsin.platform.error;

/** What was sent is larger than it may be. Status 413. */
public final class TooLarge extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public TooLarge(String detail) {
    super("too_large", detail);
  }
}
