package dev.tocsin.web.tickets;

import dev.tocsin.platform.Role;
import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.SlaCalendars;
import dev.tocsin.ticketing.RoutingRuleView;
import dev.tocsin.ticketing.TicketRouting;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a rule that gives new tickets to somebody. */
@Named
@ViewScoped
public class TicketRuleEditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/ticket-rules/list?faces-redirect=true";

  @Inject private TicketRouting routing;
  @Inject private SlaCalendars calendars;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private List<CalendarView> choices = List.of();
  private final TicketRuleDraft draft = new TicketRuleDraft();

  /** Loads the rule; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    choices = calendars.list(caller.actor());
    UUID wanted = id;
    if (wanted != null) {
      RoutingRuleView rule = routing.require(caller.actor(), wanted);
      version = rule.version();
      draft.fill(rule);
    }
  }

  /** Saves. */
  public String save() {
    UUID known = id;
    RoutingRuleView saved =
        known == null
            ? routing.create(caller.actor(), draft.command())
            : routing.change(caller.actor(), known, draft.command(), version);
    Messages.done("rules.saved", saved.name());
    return LIST;
  }

  /** Deletes the rule. */
  public String delete() {
    routing.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("rules.deleted", draft.getName());
    return LIST;
  }

  /** Returns the calendars a rule can go by. */
  public List<CalendarView> getChoices() {
    return choices;
  }

  public TicketRuleDraft getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
