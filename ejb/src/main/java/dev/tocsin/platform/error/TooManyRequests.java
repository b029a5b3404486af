package dev.tocsin.platform.error;

/** Too many tries. Status 429 with {@code Retry-After}. */
public final class TooManyRequests extends DomainException {
  private static final long serialVersionUID = 1L;

  private final long retryAfterSeconds;

  /** Makes the error that says when to come back. */
  public TooManyRequests(long retryAfterSeconds) {
    super("too_many_requests", "Too many tries; come back in " + retryAfterSeconds + " s.");
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Returns the seconds to wait. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
