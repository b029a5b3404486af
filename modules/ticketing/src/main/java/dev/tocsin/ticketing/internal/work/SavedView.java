package dev.tocsin.ticketing.internal.work;

import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViewDraft;
import dev.tocsin.ticketing.work.TicketColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A list of tickets that somebody comes back to, alone or with others. */
@Entity
@Table(name = "saved_view", schema = "ticketing")
public class SavedView extends Shared {

  @Convert(converter = WorkColumns.OfFilter.class)
  private TicketFilter filter;

  @Convert(converter = WorkColumns.OfTicketColumns.class)
  private List<TicketColumn> columns;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  public SavedView() {}

  /** Replaces everything. */
  public void replace(SavedViewDraft draft, Sharing found, Instant at) {
    replace(draft.name(), draft.order(), found, at);
    filter = draft.filter();
    columns =
        draft.columns() == null || draft.columns().isEmpty()
            ? TicketColumn.usual()
            : draft.columns().stream().distinct().toList();
  }

  /** Returns the view as readers see it. */
  public SavedViewDetail detail() {
    return new SavedViewDetail(
        id(),
        name(),
        position(),
        false,
        sharing().audience(),
        sharing().ownerId(),
        sharing().teamId(),
        filter,
        columns,
        createdAt(),
        updatedAt(),
        version());
  }
}
