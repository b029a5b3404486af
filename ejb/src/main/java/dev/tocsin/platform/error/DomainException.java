package dev.tocsin.platform.error;

import jakarta.ejb.ApplicationException;

/**
 * The root of every error a caller can cause; it rolls the transaction back and crosses bean
 * boundaries unwrapped.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  protected DomainException(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** Returns the stable, documented code that programs compare, for example {@code not_found}. */
  public final String code() {
    return code;
  }

  /** Returns the sentence for people. */
  public final String detail() {
    return String.valueOf(getMessage());
  }
}
