package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.internal.privacy.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Who wants to hear of what happens to a ticket. */
@Embeddable
public class Watchers {

  @Convert(converter = Columns.OfIds.class)
  @Column(name = "watchers")
  private Set<UUID> ids;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Watchers() {}

  static Watchers none() {
    Watchers watchers = new Watchers();
    watchers.ids = Set.of();
    return watchers;
  }

  Set<UUID> ids() {
    return ids;
  }

  /** Lets a person hear, or no more; returns whether that is new. */
  boolean let(UUID userId, boolean hear) {
    Set<UUID> wished = new LinkedHashSet<>(ids);
    boolean changed = hear ? wished.add(userId) : wished.remove(userId);
    if (changed) {
      ids = wished;
    }
    return changed;
  }

  /** Lets those of another ticket hear of this one, too. */
  void join(Watchers others) {
    Set<UUID> all = new LinkedHashSet<>(ids);
    all.addAll(others.ids);
    ids = all;
  }

  void forget(Person person) {
    Set<UUID> others = new LinkedHashSet<>(ids);
    if (others.removeIf(person::hasId)) {
      ids = others;
    }
  }
}
