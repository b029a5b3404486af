package dev.tocsin.ticketing.internal.privacy;

import dev.tocsin.accounts.UserQuery;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.internal.HistoryRow;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.attachments.Attachment;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds what is a person's: by their email, their account, and their name on their own tickets. */
@Dependent
public class Persons {

  private static final Actor READER = Actor.system("privacy");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Users users;

  /** Returns the account with an email. */
  public Optional<UserView> account(String email) {
    return users
        .list(READER, new UserQuery(email, null, null, null), new PageRequest(250, null))
        .data()
        .stream()
        .filter(user -> user.email().equalsIgnoreCase(email))
        .findFirst();
  }

  Person person(String email) {
    Optional<UserView> account = account(email);
    Stream<String> asked =
        entityManager
            .createQuery(
                "SELECT DISTINCT t.properties.requesterName FROM Ticket t"
                    + " WHERE LOWER(t.properties.requesterEmail) = LOWER(:email)"
                    + " AND t.properties.requesterName IS NOT NULL",
                String.class)
            .setParameter("email", email)
            .getResultStream();
    UUID id = account.map(UserView::id).orElse(null);
    return Person.of(email, id, Stream.concat(asked, account.map(UserView::name).stream()));
  }

  /** Returns the tickets they asked for. */
  List<Ticket> tickets(Person person) {
    return query(person).getResultList();
  }

  /** Returns the tickets they asked for, locked in the order of their ids. */
  List<Ticket> lockedTickets(Person person) {
    return query(person).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<Ticket> query(Person person) {
    return entityManager
        .createQuery(
            "SELECT t FROM Ticket t WHERE LOWER(t.properties.requesterEmail) = LOWER(:email) ORDER BY t.id",
            Ticket.class)
        .setParameter("email", person.email());
  }

  /** Returns what they said, on their tickets and on others. */
  List<TicketComment> comments(Person person) {
    return list("comment", "author", "NOT x.by_agent", TicketComment.class, person);
  }

  /** Returns the files they added. */
  List<Attachment> attachments(Person person) {
    return list("attachment", "author", "true", Attachment.class, person);
  }

  /** Returns what they did. */
  List<HistoryRow> history(Person person) {
    return list("history", "actor", "true", HistoryRow.class, person);
  }

  /** Returns what happened to a ticket. */
  List<HistoryRow> history(Ticket ticket) {
    return entityManager
        .createQuery("SELECT h FROM HistoryRow h WHERE h.ticketId = :ticket", HistoryRow.class)
        .setParameter("ticket", ticket.id())
        .getResultList();
  }

  /** A name counts on a ticket of their own only: elsewhere it may be a namesake's. */
  @SuppressWarnings("unchecked") // native queries know no types
  private <T> List<T> list(String table, String who, String more, Class<T> type, Person person) {
    String sql =
        """
        SELECT x.* FROM ticketing.%1$s x WHERE %3$s AND (
            x.%2$s_id = CAST(?1 AS uuid)
            OR lower(x.%2$s_name) = lower(?2)
            OR (x.%2$s_name = ANY (CAST(string_to_array(?3, chr(10)) AS text[]))
                AND x.ticket_id IN (SELECT id FROM ticketing.ticket
                                    WHERE lower(requester_email) = lower(?2))))
        ORDER BY x.id
        """
            .formatted(table, who, more);
    return entityManager
        .createNativeQuery(sql, type)
        .setParameter(1, person.userId() == null ? person.pseudonym() : person.userId())
        .setParameter(2, person.email())
        .setParameter(3, String.join("\n", person.names()))
        .getResultList();
  }
}
