package dev.tocsin.platform.idempotency;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The primary key of {@link IdempotencyKey}: keys of different actors are different keys. */
public class IdempotencyKeyId implements Serializable {
  private static final long serialVersionUID = 1L;

  private String actor;
  private String key;

  /** Made by the persistence provider. */
  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  public IdempotencyKeyId() {}

  IdempotencyKeyId(String actor, String key) {
    this.actor = actor;
    this.key = key;
  }

  String actor() {
    return actor;
  }

  String key() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IdempotencyKeyId that
        && actor.equals(that.actor)
        && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(actor, key);
  }
}
