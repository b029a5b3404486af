package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds what belongs to a schedule; within the caller's transaction. */
@Dependent
public class ScheduleRows {

  @Inject
  @Unit("schedules")
  private EntityManager entityManager;

  public void add(Object row) {
    entityManager.persist(row);
  }

  public void remove(Object row) {
    entityManager.remove(row);
  }

  /** Writes what is pending, so that versions are the ones a view should show. */
  public void flush() {
    entityManager.flush();
  }

  public Optional<Schedule> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Schedule.class, id));
  }

  public Schedule require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("schedule"));
  }

  public Layer requireLayer(UUID scheduleId, UUID id) {
    return Optional.ofNullable(entityManager.find(Layer.class, id))
        .filter(layer -> layer.scheduleId().equals(scheduleId))
        .orElseThrow(() -> new NotFound("layer"));
  }

  public ShiftOverride requireOverride(UUID scheduleId, UUID id) {
    return Optional.ofNullable(entityManager.find(ShiftOverride.class, id))
        .filter(override -> override.scheduleId().equals(scheduleId))
        .orElseThrow(() -> new NotFound("override"));
  }

  public Unavailability requireUnavailability(UUID scheduleId, UUID id) {
    return Optional.ofNullable(entityManager.find(Unavailability.class, id))
        .filter(unavailability -> unavailability.scheduleId().equals(scheduleId))
        .orElseThrow(() -> new NotFound("unavailability"));
  }

  /** Returns all schedules by name. */
  public List<Schedule> all() {
    return entityManager
        .createQuery("select s from Schedule s order by lower(s.name), s.id", Schedule.class)
        .getResultList();
  }

  public Page<Schedule> page(PageRequest request) {
    String after =
        request.position().isEmpty()
            ? ""
            : " where lower(s.name) > :name or (lower(s.name) = :name and s.id > :id)";
    var query =
        entityManager
            .createQuery(
                "select s from Schedule s" + after + " order by lower(s.name), s.id",
                Schedule.class)
            .setMaxResults(request.fetch());
    request
        .position()
        .ifPresent(at -> query.setParameter("name", at.text(0)).setParameter("id", at.id(1)));
    return Page.of(
        query.getResultList(),
        request,
        schedule -> Cursor.of(schedule.name().toLowerCase(Locale.ROOT), schedule.id()));
  }

  /** Returns the layers, the first that is asked first. */
  public List<Layer> layers(UUID scheduleId) {
    return layers(List.of(scheduleId));
  }

  /** Returns the overrides that end after an instant, in the order of their creation. */
  public List<ShiftOverride> overrides(UUID scheduleId, Instant endingAfter) {
    return overrides(List.of(scheduleId), endingAfter);
  }

  /** Returns the overrides of imported events that end after an instant. */
  List<ShiftOverride> imported(UUID scheduleId, Collection<String> uids, Instant endingAfter) {
    return uids.isEmpty()
        ? List.of()
        : entityManager
            .createQuery(
                "select o from ShiftOverride o where o.scheduleId = :schedule"
                    + " and o.calendarUid in :uids and o.endsAt > :after order by o.id",
                ShiftOverride.class)
            .setParameter("schedule", scheduleId)
            .setParameter("uids", uids)
            .setParameter("after", endingAfter)
            .getResultList();
  }

  /** Returns the leave that ends on a day or later, by first day. */
  public List<Unavailability> unavailabilities(UUID scheduleId, LocalDate endingFrom) {
    return unavailabilities(List.of(scheduleId), endingFrom);
  }

  List<Layer> layers(List<UUID> schedules) {
    return entityManager
        .createQuery(
            "select l from Layer l where l.scheduleId in :schedules order by l.orderIndex, l.id",
            Layer.class)
        .setParameter("schedules", schedules)
        .getResultList();
  }

  List<ShiftOverride> overrides(List<UUID> schedules, Instant endingAfter) {
    return entityManager
        .createQuery(
            "select o from ShiftOverride o where o.scheduleId in :schedules and o.endsAt > :after"
                + " order by o.id",
            ShiftOverride.class)
        .setParameter("schedules", schedules)
        .setParameter("after", endingAfter)
        .getResultList();
  }

  List<Unavailability> unavailabilities(List<UUID> schedules, LocalDate endingFrom) {
    return entityManager
        .createQuery(
            "select u from Unavailability u where u.scheduleId in :schedules and u.endDate >= :day"
                + " order by u.startDate, u.id",
            Unavailability.class)
        .setParameter("schedules", schedules)
        .setParameter("day", endingFrom)
        .getResultList();
  }
}
