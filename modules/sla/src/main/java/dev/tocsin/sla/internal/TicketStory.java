package dev.tocsin.sla.internal;

import java.time.Instant;
import java.util.List;

/** What happened to a ticket since it was opened, in order. */
record TicketStory(Instant openedAt, List<Chapter> chapters) {

  /** One thing that happened. */
  record Chapter(Happening what, Instant at) {}

  TicketStory {
    chapters = List.copyOf(chapters);
  }

  /** Returns the clocks that this story makes under some terms. */
  TicketClocks fold(Terms terms) {
    TicketClocks clocks = TicketClocks.opened(terms, openedAt);
    for (Chapter chapter : chapters) {
      clocks = clocks.after(chapter.what(), terms, chapter.at());
    }
    return clocks;
  }
}
