package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds and keeps teams. */
@Dependent
public class TeamStore {

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  public void add(Team team) {
    entityManager.persist(team);
    Writes.flush(entityManager);
  }

  public void flush() {
    Writes.flush(entityManager);
  }

  /** Keeps a change of members, which counts as a new version of the team. */
  public void membersChanged(Team team) {
    entityManager.lock(team, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    Writes.flush(entityManager);
  }

  public void remove(Team team) {
    entityManager.remove(team);
    Writes.flush(entityManager);
  }

  public Optional<Team> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Team.class, id));
  }

  public Team require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("team"));
  }

  public Optional<Team> byHandle(String handle) {
    return entityManager
        .createQuery("SELECT t FROM Team t WHERE LOWER(t.handle) = :handle", Team.class)
        .setParameter("handle", Texts.storable(handle.strip().toLowerCase(Locale.ROOT)))
        .getResultStream()
        .findFirst();
  }

  public List<Team> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entityManager
        .createQuery("SELECT t FROM Team t WHERE t.id IN :ids", Team.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Lists teams by handle. */
  public Page<Team> list(PageRequest page) {
    Optional<Cursor> after = page.position();
    TypedQuery<Team> query =
        entityManager.createQuery(
            "SELECT t FROM Team t"
                + (after.isPresent() ? " WHERE LOWER(t.handle) > LOWER(:after)" : "")
                + " ORDER BY LOWER(t.handle)",
            Team.class);
    after.ifPresent(cursor -> query.setParameter("after", Texts.storable(cursor.text(0))));
    // the members of all teams of the page by one query instead of one for each
    query.setHint("eclipselink.batch", "t.memberIds");
    List<Team> rows = query.setMaxResults(page.fetch()).getResultList();
    return Page.of(rows, page, team -> Cursor.of(team.handle()));
  }
}
