package dev.tocsin.ticketing.internal.work;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static dev.tocsin.ticketing.TicketStatus.WAITING;

import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery.Sort;
import dev.tocsin.ticketing.work.Audience;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.TicketColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The views that come with the product, so that a new desk has somewhere to begin. */
public final class BuiltInViews {

  private static final List<SavedViewDetail> ALL =
      List.of(
          view(1, "Mine", TicketFilter.unfinished().withAssignee("me").sortedBy(Sort.PRIORITY_ASC)),
          view(
              2,
              "Nobody's",
              TicketFilter.unfinished().withAssignee("none").sortedBy(Sort.PRIORITY_ASC)),
          view(3, "Unfinished", TicketFilter.unfinished()),
          view(
              4,
              "Running out of time",
              TicketFilter.unfinished()
                  .withSla(SlaState.AT_RISK, SlaState.BREACHED)
                  .sortedBy(Sort.PRIORITY_ASC)),
          view(
              5,
              "To be triaged",
              TicketFilter.all().withStatus(OPEN, TRIAGED).sortedBy(Sort.CREATED_ASC)),
          view(
              6,
              "Waiting for the customer",
              TicketFilter.all().withStatus(WAITING).sortedBy(Sort.UPDATED_ASC)),
          view(7, "Lately finished", TicketFilter.all().withStatus(RESOLVED, CLOSED)));

  private BuiltInViews() {}

  /** Returns them in their order. */
  public static List<SavedViewDetail> all() {
    return ALL;
  }

  /** Returns the one with this id. */
  public static Optional<SavedViewDetail> find(UUID id) {
    return ALL.stream().filter(view -> view.id().equals(id)).findFirst();
  }

  private static SavedViewDetail view(int order, String name, TicketFilter filter) {
    // the id follows from the place, so that a bookmark outlives a new name
    UUID id =
        UUID.nameUUIDFromBytes(("tocsin:built-in-view:" + order).getBytes(StandardCharsets.UTF_8));
    return new SavedViewDetail(
        id,
        name,
        order,
        true,
        Audience.EVERYONE,
        null,
        null,
        filter,
        TicketColumn.usual(),
        null,
        null,
        0);
  }
}
