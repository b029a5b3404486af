package dev.tocsin.web.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows tickets as the support API's clients know them. */
@RequestScoped
public class SupportViews {

  @Inject private Customers customers;
  @Inject private Users users;
  @Inject private Teams teams;

  /** What opens a ticket. */
  public record NewTicket(String customerId, String subject, @Nullable String body, int priority) {}

  /** What comments. */
  public record NewComment(String author, String body) {}

  /** A ticket; what is unset is absent. */
  public record Ticket(
      String id,
      String customerId,
      String subject,
      String body,
      int priority,
      TicketStatus status,
      @Nullable String assignedTo,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comment> comments,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt) {}

  /** A comment. */
  public record Comment(String id, String author, String body, Instant createdAt) {}

  /** Shows one conversation. */
  Ticket ticket(Conversation conversation) {
    return ticket(conversation.ticket(), conversation.comments());
  }

  /** Shows one ticket with its comments. */
  Ticket ticket(TicketView ticket, List<CommentView> comments) {
    return tickets(List.of(new Conversation(ticket, comments))).get(0);
  }

  /** Shows many conversations, looking up each name once. */
  List<Ticket> tickets(List<Conversation> conversations) {
    Map<UUID, CustomerView> keys = customers.byIds(ids(conversations, TicketView::customerId));
    Map<UUID, UserView> people = users.byIds(ids(conversations, TicketView::assigneeId));
    Map<UUID, TeamView> groups = teams.byIds(ids(conversations, TicketView::teamId));
    return conversations.stream()
        .map(conversation -> shown(conversation, keys, people, groups))
        .toList();
  }

  /** Shows a comment. */
  static Comment comment(CommentView comment) {
    return new Comment(comment.number(), comment.author(), comment.body(), comment.createdAt());
  }

  private static Ticket shown(
      Conversation conversation,
      Map<UUID, CustomerView> keys,
      Map<UUID, UserView> people,
      Map<UUID, TeamView> groups) {
    TicketView ticket = conversation.ticket();
    CustomerView customer = keys.get(ticket.customerId());
    UserView person = ticket.assigneeId() == null ? null : people.get(ticket.assigneeId());
    TeamView team = ticket.teamId() == null ? null : groups.get(ticket.teamId());
    return new Ticket(
        ticket.number(),
        customer == null ? "" : customer.key(),
        ticket.subject(),
        ticket.body(),
        Integer.parseInt(Code.of(ticket.priority()).substring(1)),
        ticket.status(),
        person != null ? person.handle() : team != null ? team.handle() : null,
        conversation.comments().stream()
            // nobody could tell an internal one from the others here
            .filter(comment -> comment.visibility() == Visibility.PUBLIC)
            .map(SupportViews::comment)
            .toList(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.resolvedAt(),
        ticket.closedAt());
  }

  private static Set<UUID> ids(
      List<Conversation> conversations, Function<TicketView, @Nullable UUID> id) {
    Set<UUID> ids = new HashSet<>();
    for (Conversation conversation : conversations) {
      UUID found = id.apply(conversation.ticket());
      if (found != null) {
        ids.add(found);
      }
    }
    return ids;
  }
}
