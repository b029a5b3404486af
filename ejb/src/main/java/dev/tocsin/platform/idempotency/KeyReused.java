package dev.tocsin.platform.idempotency;

import dev.tocsin.platform.error.DomainException;

/** The same idempotency key came with another request. Status 422. */
public final class KeyReused extends DomainException {
  private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public KeyReused() {
    super(
        "idempotency_key_reused",
        "This Idempotency-Key was used within a day for a request with another body or path.");
  }
}
