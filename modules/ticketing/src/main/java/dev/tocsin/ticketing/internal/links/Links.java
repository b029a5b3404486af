package dev.tocsin.ticketing.internal.links;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.ticketing.internal.TwoTickets;
import dev.tocsin.ticketing.links.LinkKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and keeps links. Whoever changes them holds both tickets. */
@Dependent
public class Links {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Returns a ticket's links, oldest first. */
  public List<Link> of(UUID ticketId) {
    return entityManager
        .createQuery(
            "SELECT l FROM Link l WHERE l.ticketId = :ticket OR l.otherId = :ticket ORDER BY l.id",
            Link.class)
        .setParameter("ticket", ticketId)
        .getResultList();
  }

  /** Returns one link of a ticket. */
  public Optional<Link> find(UUID ticketId, UUID linkId) {
    return of(ticketId).stream().filter(link -> link.id().equals(linkId)).findFirst();
  }

  /** Returns the tickets that are something to one, in the order they were linked. */
  public List<UUID> tickets(UUID ticketId, LinkKind kind) {
    return of(ticketId).stream()
        .filter(link -> link.kindOf(link.from(ticketId)) == kind)
        .map(link -> link.from(ticketId))
        .toList();
  }

  /**
   * Links two tickets.
   *
   * @throws Conflict when that is not possible
   */
  public Link add(TwoTickets two, LinkKind kind, Actor actor, Instant at) {
    Link link = new Link(two.ticket().id(), kind, two.other().id(), at);
    Optional<Conflict> conflict = conflict(link);
    if (conflict.isPresent()) {
      throw conflict.get();
    }
    entityManager.persist(link);
    entityManager.flush();
    two.linked(Code.of(kind), Code.of(kind.inverse()), true, actor, at);
    return link;
  }

  /** Moves a ticket's links to the one that takes over; what that one cannot have stays. */
  public void moveAll(TwoTickets two) {
    UUID from = two.ticket().id();
    UUID to = two.other().id();
    for (Link link : of(from)) {
      UUID far = link.from(from);
      entityManager.remove(link);
      entityManager.flush();
      if (!far.equals(to)) {
        Link moved = link.movedTo(from, to);
        entityManager.persist(conflict(moved).isEmpty() ? moved : link.movedTo(from, from));
        entityManager.flush();
      }
    }
  }

  /** Removes a link. */
  public void remove(TwoTickets two, Link link, Actor actor, Instant at) {
    LinkKind kind = link.kindOf(two.other().id());
    entityManager.remove(link);
    entityManager.flush();
    two.linked(Code.of(kind), Code.of(kind.inverse()), false, actor, at);
  }

  /** Returns what stands against a new link. */
  private Optional<Conflict> conflict(Link link) {
    if (of(link.ticketId()).stream().anyMatch(link::saysTheSame)) {
      return Optional.of(new Conflict("linked", "These tickets are linked like this already."));
    }
    if (link.kind() != LinkKind.PARENT) {
      return Optional.empty();
    }
    // of two who tie tickets to parents at once, one sees what the other did: neither closes a ring
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('ticketing.parent'))")
        .getResultList();
    if (of(link.ticketId()).stream().anyMatch(link::isOtherParent)) {
      return Optional.of(new Conflict("has_parent", "A ticket has one parent at most."));
    }
    return isBelow(link.otherId(), link.ticketId())
        ? Optional.of(
            new Conflict("circular_parent", "The parent is itself a part of this ticket."))
        : Optional.empty();
  }

  private boolean isBelow(UUID ticketId, UUID ancestorId) {
    return !entityManager
        .createNativeQuery(
            """
            WITH RECURSIVE up(id) AS (
                SELECT other_id FROM ticketing.link WHERE kind = 'parent' AND ticket_id = ?1
              UNION
                SELECT l.other_id FROM ticketing.link l JOIN up ON l.ticket_id = up.id
                WHERE l.kind = 'parent')
            SELECT 1 FROM up WHERE id = ?2
            """)
        .setParameter(1, ticketId)
        .setParameter(2, ancestorId)
        .getResultList()
        .isEmpty();
  }
}
