package dev.tocsin.sla.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.work.Nudge;
import dev.tocsin.sla.RecalculationStarted;
import dev.tocsin.sla.internal.Recalculation.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the recalculations, and knows which clocks each concerns. */
@Dependent
public class Recalculations {

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  @Inject private Event<Nudge> nudges;

  /** A ticket with as many open clocks that are concerned. */
  record Concerned(UUID ticketId, int clocks) {}

  /** Sets off a recalculation; it begins when the edit commits. */
  public RecalculationStarted begin(Scope scope, UUID causeId, Instant at) {
    entityManager.flush();
    Number total =
        (Number)
            query("SELECT count(*) FROM sla.clock WHERE ", "", scope, causeId).getSingleResult();
    Recalculation begun = Recalculation.begin(scope, causeId, total.intValue(), at);
    entityManager.persist(begun);
    nudges.fire(new Nudge(SlaRecalculationWork.NAME));
    return begun.started();
  }

  /** Returns a recalculation. */
  public Recalculation require(UUID id) {
    Recalculation found = entityManager.find(Recalculation.class, id);
    if (found == null) {
      throw new NotFound("recalculation");
    }
    return found;
  }

  /** Returns those that still run, oldest first. */
  public List<Recalculation> running() {
    return entityManager
        .createQuery(
            "SELECT r FROM Recalculation r WHERE r.finishedAt IS NULL ORDER BY r.startedAt, r.id",
            Recalculation.class)
        .getResultList();
  }

  /** Takes the oldest that runs and that no other node has at this moment. */
  Optional<Recalculation> claim() {
    List<?> ids =
        entityManager
            .createNativeQuery(
                "SELECT CAST(id AS text) FROM sla.recalculation WHERE finished_at IS NULL"
                    + " ORDER BY started_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .getResultList();
    return ids.stream().findFirst().map(id -> require(UUID.fromString(id.toString())));
  }

  /** Returns the next tickets, in the order of their ids. */
  List<Concerned> next(Recalculation work, int limit) {
    Query query =
        query(
            "SELECT CAST(ticket_id AS text), count(*) FROM sla.clock"
                + " WHERE ticket_id > CAST(?2 AS uuid) AND ",
            " GROUP BY ticket_id ORDER BY ticket_id LIMIT " + limit,
            work.scope(),
            work.causeId());
    query.setParameter(2, work.lastTicketId().toString());
    List<Concerned> found = new ArrayList<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      UUID ticket = UUID.fromString(columns[0].toString());
      found.add(new Concerned(ticket, ((Number) columns[1]).intValue()));
    }
    return found;
  }

  private Query query(String sql, String order, Scope scope, UUID causeId) {
    return switch (scope) {
      case CALENDAR ->
          of(sql + "ended_at IS NULL AND calendar_id = CAST(?1 AS uuid)" + order, causeId);
      case POLICY -> of(sql + "ended_at IS NULL AND policy_id = CAST(?1 AS uuid)" + order, causeId);
      // what no policy promised any more may be promised again
      case ALL ->
          entityManager.createNativeQuery(
              sql + "(ended_at IS NULL OR state = 'cancelled')" + order);
    };
  }

  private Query of(String sql, UUID causeId) {
    return entityManager.createNativeQuery(sql).setParameter(1, causeId.toString());
  }
}
