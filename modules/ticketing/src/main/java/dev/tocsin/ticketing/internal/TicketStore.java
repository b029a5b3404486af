package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.SlaState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds and keeps tickets.
 *
 * <p>Whoever changes a ticket holds its row first, so that two who change it at once follow each
 * other, and whatever hangs on a ticket is always locked after it.
 */
@Dependent
public class TicketStore {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private TicketWords words;

  /** Returns the next human number; one taken by a transaction that fails is not given again. */
  public long nextNumber() {
    return ((Number)
            entityManager
                .createNativeQuery("SELECT nextval('ticketing.ticket_number')")
                .getSingleResult())
        .longValue();
  }

  /** Keeps a new ticket. */
  public void add(Ticket ticket) {
    entityManager.persist(ticket);
    entityManager.flush();
    words.begin(ticket);
  }

  /** Writes what has changed, so that the ticket knows its new version, and returns it. */
  public Ticket flushed(Ticket ticket) {
    entityManager.flush();
    return ticket;
  }

  /** Returns a ticket the actor may see, not locked. */
  public Ticket require(Actor actor, String ref) {
    return visible(actor, query(ref));
  }

  /** Returns a ticket the actor may see, if there is one; not locked. */
  public Optional<Ticket> find(Actor actor, String ref) {
    return TicketRef.parse(ref).isEmpty() ? Optional.empty() : seen(actor, query(ref));
  }

  /** Returns a ticket the actor may see, its row locked until the transaction ends. */
  public Ticket requireLocked(Actor actor, String ref) {
    entityManager.flush(); // a locking read refreshes, and would undo what is not yet written
    return visible(actor, query(ref).setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  /** Returns a ticket the actor may see, not locked; empty when there is none. */
  public Optional<Ticket> find(Actor actor, UUID id) {
    return Optional.ofNullable(entityManager.find(Ticket.class, id))
        .filter(ticket -> maySee(actor, ticket));
  }

  /**
   * Returns two tickets the actor may see, locked in the order of their ids, so that nobody waits
   * in a circle.
   *
   * @param pointer where the input names the other one
   * @throws Rejected when the other is not there, or the same
   */
  public TwoTickets requireLocked(Actor actor, String ref, String otherRef, String pointer) {
    UUID one = require(actor, ref).id();
    UUID another = named(actor, otherRef, pointer);
    if (one.equals(another)) {
      throw new Rejected(pointer, "itself", "must be another ticket");
    }
    Stream.of(one, another)
        .sorted(Comparator.comparing(UUID::toString))
        .forEach(id -> requireLocked(actor, id.toString()));
    return new TwoTickets(managed(one), managed(another));
  }

  private UUID named(Actor actor, String ref, String pointer) {
    try {
      return require(actor, ref).id();
    } catch (NotFound e) {
      throw new Rejected(pointer, "unknown", "no such ticket");
    }
  }

  private Ticket managed(UUID id) {
    return entityManager.find(Ticket.class, id);
  }

  private TypedQuery<Ticket> query(String text) {
    TicketRef ref = TicketRef.parse(text).orElseThrow(() -> new NotFound("ticket"));
    return ref.id() == null
        ? entityManager
            .createQuery("SELECT t FROM Ticket t WHERE t.number = :number", Ticket.class)
            .setParameter("number", ref.number())
        : entityManager
            .createQuery("SELECT t FROM Ticket t WHERE t.id = :id", Ticket.class)
            .setParameter("id", ref.id());
  }

  private static Ticket visible(Actor actor, TypedQuery<Ticket> query) {
    return seen(actor, query).orElseThrow(() -> new NotFound("ticket"));
  }

  private static Optional<Ticket> seen(Actor actor, TypedQuery<Ticket> query) {
    return query.getResultStream().filter(ticket -> maySee(actor, ticket)).findFirst();
  }

  private static boolean maySee(Actor actor, Ticket ticket) {
    return actor.isCustomer()
        ? ticket.customerId().equals(actor.customerId())
        : actor.is(Role.ADMIN, Role.AGENT, Role.VIEWER);
  }

  /** Locks a ticket's row if nobody else holds it; false when somebody does, or it is gone. */
  public boolean tryLock(UUID id) {
    return !entityManager
        .createNativeQuery("SELECT 1 FROM ticketing.ticket WHERE id = ?1 FOR UPDATE SKIP LOCKED")
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  /** Locks the rows of tickets in the order of their ids, waiting for whoever holds one. */
  public void lock(Collection<UUID> ids) {
    rows(ids, "FOR UPDATE");
  }

  /** Locks the rows of tickets that nobody else holds, in the order of their ids. */
  public Set<UUID> tryLock(List<UUID> ids) {
    return rows(ids, "FOR UPDATE SKIP LOCKED").stream()
        .map(id -> UUID.fromString(id.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<?> rows(Collection<UUID> ids, String locking) {
    return entityManager
        .createNativeQuery(
            "SELECT CAST(id AS text) FROM ticketing.ticket"
                + " WHERE id = ANY (CAST(string_to_array(?1, ',') AS uuid[]))"
                + " ORDER BY id "
                + locking)
        .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .getResultList();
  }

  /**
   * Sets the service level state. It is no change of the ticket's own: neither its version nor its
   * time of update move.
   */
  public void noteSla(UUID id, SlaState state) {
    entityManager.flush();
    entityManager
        .createNativeQuery(
            "UPDATE ticketing.ticket SET sla_state = ?1 WHERE id = ?2 AND sla_state <> ?1")
        .setParameter(1, Code.of(state))
        .setParameter(2, id)
        .executeUpdate();
    Ticket managed = entityManager.find(Ticket.class, id);
    if (managed != null) {
      entityManager.refresh(managed);
    }
  }
}
