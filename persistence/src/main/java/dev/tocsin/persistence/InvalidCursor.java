package dev.tocsin.persistence;

/** A cursor that this system never gave out; answered as bad input naming {@code cursor}. */
public final class InvalidCursor extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Makes the error from what was wrong with the text. */
  public InvalidCursor(Throwable cause) {
    super("cursor is not one of ours", cause);
  }
}
