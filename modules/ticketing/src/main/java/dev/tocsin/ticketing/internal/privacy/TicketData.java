package dev.tocsin.ticketing.internal.privacy;

import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.internal.CommentStore;
import dev.tocsin.ticketing.internal.HistoryRow;
import dev.tocsin.ticketing.internal.Ticket;
import dev.tocsin.ticketing.internal.TicketComment;
import dev.tocsin.ticketing.internal.TicketReader;
import dev.tocsin.ticketing.internal.TicketStore;
import dev.tocsin.ticketing.internal.TicketWords;
import dev.tocsin.ticketing.internal.attachments.Attachment;
import dev.tocsin.ticketing.internal.attachments.Attachments;
import dev.tocsin.ticketing.privacy.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What tickets hold of a person. */
@Dependent
public class TicketData implements PersonalData {

  private static final Actor READER = Actor.system("privacy");

  @Inject private Persons persons;
  @Inject private Traces traces;
  @Inject private TicketStore store;
  @Inject private CommentStore comments;
  @Inject private TicketWords words;
  @Inject private TicketReader reader;
  @Inject private Attachments attachments;

  /** A ticket with everything on it. */
  public record HeldTicket(
      TicketView ticket,
      List<CommentView> comments,
      List<AttachmentView> attachments,
      List<HistoryView> history) {}

  @Override
  public Map<String, List<?>> heldOf(String email) {
    Person person = persons.person(email);
    List<Ticket> own = traces.asked(person);
    Set<UUID> ownIds = new LinkedHashSet<>(own.stream().map(Ticket::id).toList());
    Optional<UserView> account = persons.account(email);
    return Map.of(
        "accounts",
        account.stream().toList(),
        "tickets",
        own.stream().map(this::held).toList(),
        "comments_elsewhere",
        traces.comments(person).stream()
            .filter(comment -> !ownIds.contains(comment.ticketId()))
            .map(this::shown)
            .toList());
  }

  private HeldTicket held(Ticket ticket) {
    String ref = ticket.id().toString();
    return new HeldTicket(
        ticket.view(),
        reader.conversation(READER, ref).comments(),
        attachments.of(READER, ticket.id()).stream().map(Attachment::view).toList(),
        reader.history(READER, ref));
  }

  private CommentView shown(TicketComment comment) {
    return comment.view(store.require(READER, comment.ticketId().toString()).numberText());
  }

  @Override
  public Map<String, Integer> forget(String email) {
    Person person = persons.person(email);
    Set<UUID> held = hold(person);
    List<Ticket> own = traces.asked(person);
    List<TicketComment> said =
        traces.comments(person).stream().filter(c -> held.contains(c.ticketId())).toList();
    List<Attachment> files = traces.attachments(person);
    Set<HistoryRow> history = new LinkedHashSet<>(traces.history(person));
    own.forEach(ticket -> history.addAll(traces.history(ticket)));

    int changed = 0;
    for (HistoryRow row : history) {
      changed += row.forget(person) ? 1 : 0;
    }
    files.forEach(attachments::delete);
    own.forEach(Ticket::forgetRequester);
    traces.watched(person).forEach(ticket -> ticket.forgetWatcher(person));
    said.forEach(comment -> comment.forgetAuthor(person));
    Stream.concat(own.stream().map(Ticket::id), said.stream().map(TicketComment::ticketId))
        .distinct()
        .forEach(id -> redact(store.require(READER, id.toString()), person));
    return Map.of(
        "tickets", own.size(),
        "comments", said.size(),
        "attachments", files.size(),
        "history", changed);
  }

  /**
   * Holds every ticket that bears a trace, in the order of their ids as everybody does who holds
   * two; what was moved to another one meanwhile is held there.
   */
  private Set<UUID> hold(Person person) {
    Set<UUID> held = Set.of();
    Set<UUID> found = traces.ticketIds(person);
    while (!held.containsAll(found)) {
      store.lock(found);
      held = found;
      found = traces.ticketIds(person);
    }
    return held;
  }

  /** Takes the person out of the words of everybody on a ticket. */
  private void redact(Ticket ticket, Person person) {
    ticket.redact(person);
    List<TicketComment> said = comments.of(READER, ticket.id());
    said.forEach(comment -> comment.redact(person));
    words.rewrite(ticket, said);
  }
}
