package dev.tocsin.platform.error;

import org.jspecify.annotations.Nullable;

/** The caller changed a version that is no longer the newest. Status 412. */
public final class Stale extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error of an outdated version. */
  public Stale() {
    super("stale", "Somebody changed this meanwhile; load it again.");
  }

  /**
   * Lets pass who saw the newest version.
   *
   * @param seen the version that the caller saw; null does not ask
   * @throws Stale otherwise
   */
  public static void check(long newest, @Nullable Long seen) {
    if (seen != null && seen != newest) {
      throw new Stale();
    }
  }
}
