package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the document that full-text search looks at: one a ticket, weighted by where a word stands
 * (A subject, B body, C public comments, D internal ones).
 */
@Dependent
public class TicketWords {

  /** Bytes of text a document takes in: PostgreSQL refuses documents of more than 1 MiB. */
  private static final int MOST = 200_000;

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  void begin(Ticket ticket) {
    String body = cut(ticket.body(), MOST);
    entityManager
        .createNativeQuery(
            "INSERT INTO ticketing.ticket_words (ticket_id, words, size) VALUES (?1,"
                + " setweight(to_tsvector('english', CAST(?2 AS text)), 'A')"
                + " || setweight(to_tsvector('english', CAST(?3 AS text)), 'B'), ?4)")
        .setParameter(1, ticket.id())
        .setParameter(2, ticket.subject())
        .setParameter(3, body)
        .setParameter(4, bytes(ticket.subject()) + bytes(body))
        .executeUpdate();
  }

  void add(TicketComment comment) {
    String body = cut(comment.body(), MOST);
    entityManager
        .createNativeQuery(
            "UPDATE ticketing.ticket_words SET words = words"
                + " || setweight(to_tsvector('english', CAST(?1 AS text)), CAST(?2 AS \"char\")),"
                + " size = size + ?3 WHERE ticket_id = ?4 AND size + ?3 <= ?5")
        .setParameter(1, body)
        .setParameter(2, comment.visibility() == Visibility.PUBLIC ? "C" : "D")
        .setParameter(3, bytes(body))
        .setParameter(4, comment.ticketId())
        .setParameter(5, MOST)
        .executeUpdate();
  }

  /** Takes in everything anew: subject, body and what was said, oldest first. */
  public void rewrite(Ticket ticket, List<TicketComment> comments) {
    entityManager.flush();
    entityManager
        .createNativeQuery("DELETE FROM ticketing.ticket_words WHERE ticket_id = ?1")
        .setParameter(1, ticket.id())
        .executeUpdate();
    begin(ticket);
    comments.forEach(this::add);
  }

  /** Takes in a new subject or body; what comments said stays. */
  public void renew(Ticket ticket) {
    entityManager.flush();
    entityManager
        .createNativeQuery(
            "UPDATE ticketing.ticket_words SET words ="
                + " setweight(to_tsvector('english', CAST(?1 AS text)), 'A')"
                + " || setweight(to_tsvector('english', CAST(?2 AS text)), 'B')"
                + " || ts_filter(words, '{c,d}') WHERE ticket_id = ?3")
        .setParameter(1, ticket.subject())
        .setParameter(2, cut(ticket.body(), MOST / 2))
        .setParameter(3, ticket.id())
        .executeUpdate();
  }

  /** Cuts a text to at most so many bytes, never through a character. */
  static String cut(String text, int bytes) {
    if (text.length() <= bytes / 4 || bytes(text) <= bytes) {
      return text;
    }
    int end = Math.min(text.length(), bytes);
    while (bytes(text.substring(0, end)) > bytes) {
      end = end * 3 / 4;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
