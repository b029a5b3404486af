package dev.tocsin.notifications.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of an {@link Attempt}: which delivery, and the how-manieth try. */
public class AttemptKey implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID deliveryId;
  private int number;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  public AttemptKey() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AttemptKey key
        && key.number == number
        && Objects.equals(key.deliveryId, deliveryId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(deliveryId, number);
  }
}
