package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one ticket as a form. Only what is typed over is saved; what somebody else
 * changed meanwhile is shown, and whoever saves chooses between the two.
 */
@Named
@ViewScoped
public class TicketPropertiesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MINE = "mine";
  private static final Set<String> ANSWERS = Set.of(MINE, "theirs");

  @Inject private Ticketing ticketing;
  @Inject private TicketFields fields;
  @Inject private TicketPage page;
  @Inject private Caller caller;

  private @Nullable TicketView before;
  private final PropertiesForm form = new PropertiesForm();
  private List<Clash> clashes = List.of();
  private final Map<String, String> choices = new HashMap<>();

  /** Fills the form with the ticket as the page shows it. */
  public void load() {
    fill(ticketing.require(caller.actor(), page.getId()));
  }

  private void fill(TicketView ticket) {
    before = ticket;
    form.fill(ticket, fields.list(caller.actor()));
    clashes = List.of();
    choices.clear();
  }

  /** Saves what is typed over, unless somebody has to choose first. */
  public void save() {
    TicketView now = ticketing.require(caller.actor(), page.getId());
    TicketMerge merge =
        new TicketMerge(
            Objects.requireNonNull(before, "loaded"),
            form,
            now,
            ticketing.history(caller.actor(), page.getId()));
    List<Clash> found = merge.clashes();
    Set<String> wanted = merge.changed();
    if (!isChosen(found)) {
      clashes = found;
      choices.clear();
      Messages.failed("tickets.clash");
      return;
    }
    found.stream()
        .filter(clash -> !MINE.equals(choices.get(clash.property())))
        .forEach(clash -> wanted.remove(clash.property()));
    // the version is that of the ticket compared: who saves in this very moment makes it stale
    fill(ticketing.change(caller.actor(), page.getId(), form.change(wanted), now.version()));
    boolean both = !merge.changedElsewhere().isEmpty();
    Messages.done(both ? "tickets.saved_both" : "tickets.saved");
    page.load();
  }

  /** Returns whether there is a choice for each clash, and it was made between these values. */
  private boolean isChosen(List<Clash> found) {
    return found.stream()
        .allMatch(
            clash ->
                ANSWERS.contains(String.valueOf(choices.get(clash.property())))
                    && clashes.stream()
                        .anyMatch(
                            shown ->
                                shown.property().equals(clash.property())
                                    && Objects.equals(shown.theirs(), clash.theirs())));
  }

  /** Returns what has to be chosen; empty when nothing does. */
  public List<Clash> getClashes() {
    return clashes;
  }

  /** Returns {@code mine} or {@code theirs} by property; the page writes here. */
  public Map<String, String> getChoices() {
    return choices;
  }

  public PropertiesForm getForm() {
    return form;
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }
}
