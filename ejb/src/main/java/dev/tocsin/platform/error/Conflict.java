package dev.tocsin.platform.error;

/** The state of things forbids it. Status 409. */
public class Conflict extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes a conflict with its own stable code. */
  public Conflict(String code, String detail) {
    super(code, detail);
  }
}
