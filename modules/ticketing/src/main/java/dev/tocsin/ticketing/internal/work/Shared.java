package dev.tocsin.ticketing.internal.work;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Stale;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a person keeps in an order and may share: a saved view, a macro. */
@MappedSuperclass
public abstract class Shared {

  @Id private UUID id;
  private String name;
  private int position;
  @Embedded private Sharing sharing;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Shared() {}

  /** Takes its place, as something new. */
  void begin(int place, Instant at) {
    id = Ids.next();
    position = place;
    createdAt = at;
  }

  /** Replaces the name, who finds it and its place; a null place is where it was. */
  void replace(String wanted, @Nullable Integer place, Sharing found, Instant at) {
    name = wanted;
    position = place == null ? position : place;
    sharing = found;
    updatedAt = at;
  }

  /** Leaves it to its owner alone. */
  void withdraw() {
    sharing = sharing.withdrawn();
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  public void expect(@Nullable Long known) {
    Stale.check(version, known);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Sharing sharing() {
    return sharing;
  }

  int position() {
    return position;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  long version() {
    return version;
  }
}
