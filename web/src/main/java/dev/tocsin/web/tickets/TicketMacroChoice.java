package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.work.ApplyMacro;
import dev.tocsin.ticketing.work.MacroPreview;
import dev.tocsin.ticketing.work.MacroView;
import dev.tocsin.ticketing.work.Macros;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer that is given often: shown as it would be given to this ticket, then given. */
@Named
@ViewScoped
public class TicketMacroChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Macros macros;
  @Inject private TicketAnswerPage answer;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private transient @Nullable List<MacroView> all;
  private transient @Nullable MacroPreview preview;

  /** Returns the macros to choose from, in their order. */
  public List<MacroView> getAll() {
    List<MacroView> known = all;
    if (known == null) {
      known = macros.list(caller.actor());
      all = known;
    }
    return known;
  }

  /** Shows what the chosen macro would say and do; its words go to where one writes. */
  public void choose() {
    UUID chosen = id;
    preview = chosen == null ? null : macros.preview(caller.actor(), answer.getTicket(), chosen);
    MacroPreview shown = preview;
    if (shown != null) {
      answer.setBody(Objects.requireNonNullElse(shown.reply(), ""));
    }
  }

  /** Says what is written and makes the macro's changes. */
  public void apply() {
    UUID chosen = id;
    if (chosen != null) {
      String reply = answer.getBody().isBlank() ? null : answer.getBody();
      macros.apply(caller.actor(), answer.getTicket(), chosen, new ApplyMacro(reply), null);
      Messages.done("ticket.macro_applied");
      id = null;
      answer.clear();
      if (reply != null) {
        answer.attachToLast();
      }
    }
  }

  /** Returns what the chosen macro would do; null when none is chosen. */
  public @Nullable MacroPreview getPreview() {
    return preview;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
