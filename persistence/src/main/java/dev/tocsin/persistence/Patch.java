package dev.tocsin.persistence;

import org.jspecify.annotations.Nullable;

/**
 * A change of a value that may be unset: a null patch leaves the value, a patch without a value
 * clears it.
 *
 * <p>In JSON an absent key is no patch, {@code null} is the patch that clears.
 *
 * @param value the new value; null clears
 */
public record Patch<T>(@Nullable T value) {

  /** Returns the patch to a value; null clears. */
  public static <T> Patch<T> to(@Nullable T value) {
    return new Patch<>(value);
  }
}
