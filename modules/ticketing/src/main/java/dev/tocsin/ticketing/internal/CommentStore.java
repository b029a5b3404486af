package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and keeps what was said on tickets. Whoever says something holds the ticket. */
@Dependent
public class CommentStore {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private TicketWords words;

  /** Keeps a new comment. */
  public void add(TicketComment comment) {
    entityManager.persist(comment);
    words.add(comment);
  }

  /** Returns the comments of a ticket that the actor may read, oldest first. */
  public List<TicketComment> of(Actor actor, UUID ticketId) {
    return of(actor, List.of(ticketId));
  }

  /** Returns the comments of tickets that the actor may read, oldest first. */
  public List<TicketComment> of(Actor actor, List<UUID> ticketIds) {
    return ticketIds.isEmpty()
        ? List.of()
        : entityManager
            .createQuery(
                "SELECT c FROM TicketComment c WHERE c.ticketId IN :tickets"
                    + " AND c.visibility IN :readable ORDER BY c.createdAt, c.id",
                TicketComment.class)
            .setParameter("tickets", ticketIds)
            .setParameter("readable", readable(actor))
            .getResultList();
  }

  /** Returns one comment of a ticket that the actor may read. */
  public Optional<TicketComment> find(Actor actor, UUID ticketId, UUID commentId) {
    return Optional.ofNullable(entityManager.find(TicketComment.class, commentId))
        .filter(comment -> comment.ticketId().equals(ticketId))
        .filter(comment -> readable(actor).contains(comment.visibility()));
  }

  /** Returns what an actor may read of a ticket it may see. */
  public static List<Visibility> readable(Actor actor) {
    return actor.isCustomer()
        ? List.of(Visibility.PUBLIC)
        : List.of(Visibility.PUBLIC, Visibility.INTERNAL);
  }
}
