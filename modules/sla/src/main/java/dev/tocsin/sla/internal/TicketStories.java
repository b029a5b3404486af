package dev.tocsin.sla.internal;

import dev.tocsin.platform.Actor;
import dev.tocsin.sla.internal.TicketStory.Chapter;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Conversation;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a ticket's story from its history. */
@Dependent
public class TicketStories {

  private static final Actor READER = Actor.system("sla");

  @Inject private Ticketing tickets;

  TicketStory of(UUID ticketId) {
    Conversation talk = tickets.conversation(READER, ticketId.toString());
    Map<String, CommentView> comments =
        talk.comments().stream()
            .collect(Collectors.toMap(CommentView::number, Function.identity()));
    List<Chapter> chapters =
        tickets.history(READER, ticketId.toString()).stream()
            .flatMap(entry -> chapter(entry, comments).stream())
            .toList();
    return new TicketStory(talk.ticket().createdAt(), chapters);
  }

  private static Optional<Chapter> chapter(HistoryView entry, Map<String, CommentView> comments) {
    Shift status = entry.changes().get("status");
    Shift comment = entry.changes().get("comment");
    Optional<Happening> what =
        switch (entry.action()) {
          case "transitioned" ->
              status == null
                  ? Optional.empty()
                  : Happening.of(status(status.from()), status(status.to()));
          case "commented" ->
              comment == null ? Optional.empty() : said(comments.get(String.valueOf(comment.to())));
          default -> Optional.empty();
        };
    return what.map(happening -> new Chapter(happening, entry.at()));
  }

  private static Optional<Happening> said(@Nullable CommentView comment) {
    if (comment == null || comment.visibility() != Visibility.PUBLIC) {
      return Optional.empty();
    }
    if (comment.byAgent()) {
      return Optional.of(Happening.AGENT_REPLIED);
    }
    // what the system says by itself is nobody's word
    return comment.authorId() == null ? Optional.empty() : Optional.of(Happening.CUSTOMER_REPLIED);
  }

  private static TicketStatus status(@Nullable Object code) {
    return TicketStatus.valueOf(String.valueOf(code).toUpperCase(Locale.ROOT));
  }
}
