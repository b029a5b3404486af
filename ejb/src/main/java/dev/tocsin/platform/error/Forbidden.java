package dev.tocsin.platform.error;

/** The actor may not. Status 403. */
public final class Forbidden extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes a refusal with its own stable code. */
  public Forbidden(String code, String detail) {
    super(code, detail);
  }
}
