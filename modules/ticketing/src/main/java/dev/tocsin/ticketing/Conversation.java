package dev.tocsin.ticketing;

import java.util.List;

/** A ticket with the comments the reader may see, oldest first. */
public record Conversation(TicketView ticket, List<CommentView> comments) {

  public Conversation {
    comments = List.copyOf(comments);
  }
}
