package dev.tocsin.ticketing.internal.work;

import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.MacroDraft;
import dev.tocsin.ticketing.work.MacroView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer that is given often, with the changes that go with it. */
@Entity
@Table(name = "macro", schema = "ticketing")
public class Macro extends Shared {

  private @Nullable String reply;

  @Convert(converter = WorkColumns.OfReplyVisibility.class)
  private Visibility visibility;

  @Convert(converter = WorkColumns.OfChange.class)
  private AdjustTicket change;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  public Macro() {}

  /** Replaces everything. */
  public void replace(MacroDraft draft, Sharing found, Instant at) {
    replace(draft.name(), draft.order(), found, at);
    reply = draft.reply();
    visibility = Objects.requireNonNullElse(draft.visibility(), Visibility.PUBLIC);
    change = Objects.requireNonNullElse(draft.change(), AdjustTicket.nothing());
  }

  /** Returns the macro as readers see it. */
  public MacroView view() {
    return new MacroView(
        id(),
        name(),
        position(),
        sharing().audience(),
        sharing().ownerId(),
        sharing().teamId(),
        reply,
        visibility,
        change,
        createdAt(),
        updatedAt(),
        version());
  }
}
