package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.RoutingRuleView;
import dev.tocsin.ticketing.TicketRouting;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that give new tickets to somebody, in the order in which they are asked. */
@Named
@ViewScoped
public class TicketRuleListPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TicketRouting routing;
  @Inject private Caller caller;

  private List<RoutingRuleView> rules = List.of();
  private String order = "";

  /** Loads the rules. */
  public void load() {
    show(routing.list(caller.actor()));
  }

  /** Puts the rules into the order of the ids that the page sends. */
  public void reorder() {
    List<UUID> ids =
        Stream.of(order.split(",", -1))
            .filter(id -> !id.isBlank())
            .map(id -> UUID.fromString(id.strip()))
            .toList();
    show(routing.reorder(caller.actor(), ids));
    Messages.done("rules.reordered");
  }

  private void show(List<RoutingRuleView> now) {
    rules = now;
    order = now.stream().map(rule -> rule.id().toString()).collect(Collectors.joining(","));
  }

  public List<RoutingRuleView> getRules() {
    return rules;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }
}
