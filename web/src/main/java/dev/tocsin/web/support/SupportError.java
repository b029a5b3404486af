package dev.tocsin.web.support;

/** An error as the support API words it. */
final class SupportError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  SupportError(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
