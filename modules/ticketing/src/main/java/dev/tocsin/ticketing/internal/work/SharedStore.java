package dev.tocsin.ticketing.internal.work;

import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what people share. */
@Dependent
public class SharedStore {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Returns every thing of a kind in its order, whoever finds it. */
  public <T extends Shared> List<T> all(Class<T> kind) {
    return entityManager
        .createQuery(
            "SELECT s FROM " + kind.getSimpleName() + " s ORDER BY s.position, s.name, s.id", kind)
        .getResultList();
  }

  /** Returns a thing. */
  public <T extends Shared> Optional<T> find(Class<T> kind, UUID id) {
    return Optional.ofNullable(entityManager.find(kind, id));
  }

  /** Keeps something new, as the last of its kind until it says otherwise, and returns it. */
  public <T extends Shared> T add(T thing, Instant at) {
    int last =
        entityManager
            .createQuery(
                "SELECT COALESCE(MAX(s.position), 0) FROM "
                    + thing.getClass().getSimpleName()
                    + " s",
                Integer.class)
            .getSingleResult();
    thing.begin(last + 1, at);
    return thing;
  }

  /** Writes what has changed, so that the thing knows its new version, and returns it. */
  public <T extends Shared> T kept(T thing) {
    if (!entityManager.contains(thing)) {
      entityManager.persist(thing);
    }
    entityManager.flush();
    return thing;
  }

  /** Removes a thing. */
  public void remove(Shared thing) {
    entityManager.remove(thing);
  }

  /** Makes what a team shared its owners' again. */
  void forgetTeam(Class<? extends Shared> kind, UUID teamId) {
    all(kind).stream()
        .filter(thing -> teamId.equals(thing.sharing().teamId()))
        .forEach(Shared::withdraw);
    entityManager.flush();
  }
}
