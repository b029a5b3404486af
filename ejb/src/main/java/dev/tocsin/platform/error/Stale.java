package dev.tocsin.platform.error;

/** The caller changed a version that is no longer the newest. Status 412. */
public final class Stale extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error of an outdated version. */
  public Stale() {
    super("stale", "Somebody changed this meanwhile; load it again.");
  }
}
