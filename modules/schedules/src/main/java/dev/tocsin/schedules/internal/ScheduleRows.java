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
import java.time.ZoneOffset;
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
    return entityManager
        .createQuery(
            "select l from Layer l where l.scheduleId = :schedule order by l.orderIndex, l.id",
            Layer.class)
        .setParameter("schedule", scheduleId)
        .getResultList();
  }

  /** Returns the overrides that end after an instant, in the order of their creation. */
  public List<ShiftOverride> overrides(UUID scheduleId, Instant endingAfter) {
    return entityManager
        .createQuery(
            "select o from ShiftOverride o where o.scheduleId = :schedule and o.endsAt > :after"
                + " order by o.id",
            ShiftOverride.class)
        .setParameter("schedule", scheduleId)
        .setParameter("after", endingAfter)
        .getResultList();
  }

  /** Returns the leave that ends on a day or later, by first day. */
  public List<Unavailability> unavailabilities(UUID scheduleId, LocalDate endingFrom) {
    return entityManager
        .createQuery(
            "select u from Unavailability u where u.scheduleId = :schedule and u.endDate >= :day"
                + " order by u.startDate, u.id",
            Unavailability.class)
        .setParameter("schedule", scheduleId)
        .setParameter("day", endingFrom)
        .getResultList();
  }

  /** Returns the roster of a schedule, good for any instant from {@code from} on. */
  Roster roster(Schedule schedule, Instant from) {
    // whatever the zone: a local day has begun at most a day before it begins in UTC
    LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2);
    List<Leave> leaves =
        unavailabilities(schedule.id(), day).stream().map(Unavailability::leave).toList();
    List<RosterLayer> layers =
        layers(schedule.id()).stream()
            .map(layer -> layer.terms().inRoster(layer.id(), schedule.zone(), leaves))
            .toList();
    List<Cover> covers = overrides(schedule.id(), from).stream().map(ShiftOverride::cover).toList();
    return new Roster(layers, covers);
  }
}
