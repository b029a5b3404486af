package dev.tocsin.ticketing.internal.merging;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.internal.CommentStore;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketWords;
import dev.tocsin.ticketing.internal.TwoTickets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves what was said, and the files with it, from one ticket to another. */
@Dependent
public class Moves {

  private static final Actor EVERYTHING = Actor.system("merging");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private CommentStore comments;
  @Inject private TicketWords words;

  /**
   * Returns comments by their ids, in the order they were said.
   *
   * @throws Rejected naming every one that the ticket does not have
   */
  public List<TicketComment> chosen(Actor actor, Ticket ticket, List<UUID> ids) {
    Map<UUID, TicketComment> said =
        comments.of(actor, ticket.id()).stream()
            .collect(Collectors.toMap(TicketComment::id, Function.identity()));
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!said.containsKey(ids.get(i))) {
        faults.add(new Fault("/comment_ids/" + i, "unknown", "the ticket has no such comment"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return said.values().stream()
        .filter(comment -> ids.contains(comment.id()))
        .sorted(TicketComment.AS_SAID)
        .toList();
  }

  /** Moves everything that was said on a ticket, and every file. */
  public void everything(TwoTickets two) {
    moveComments(two, comments.of(EVERYTHING, two.ticket().id()));
    entityManager
        .createNativeQuery("UPDATE ticketing.attachment SET ticket_id = ?1 WHERE ticket_id = ?2")
        .setParameter(1, two.other().id())
        .setParameter(2, two.ticket().id())
        .executeUpdate();
    reword(two);
  }

  /** Moves some comments, and their files. */
  public void some(TwoTickets two, List<TicketComment> chosen) {
    moveComments(two, chosen);
    entityManager
        .createNativeQuery(
            "UPDATE ticketing.attachment a SET ticket_id = ?1 FROM ticketing.comment c"
                + " WHERE a.comment_id = c.id AND c.ticket_id = ?1 AND a.ticket_id = ?2")
        .setParameter(1, two.other().id())
        .setParameter(2, two.ticket().id())
        .executeUpdate();
    reword(two);
  }

  private void moveComments(TwoTickets two, List<TicketComment> moved) {
    moved.forEach(comment -> comment.moveTo(two.other()));
    entityManager.flush();
  }

  private void reword(TwoTickets two) {
    for (Ticket ticket : List.of(two.ticket(), two.other())) {
      words.rewrite(ticket, comments.of(EVERYTHING, ticket.id()));
    }
  }
}
