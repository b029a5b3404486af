package dev.tocsin.ticketing;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.Router;
import dev.tocsin.ticketing.internal.RoutingFacts;
import dev.tocsin.ticketing.internal.RoutingRule;
import dev.tocsin.ticketing.internal.RoutingRules;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rules that give new tickets to people; the first enabled one that matches decides.
 *
 * <p>Staff may read them, admins change them; every change is in the audit chain.
 */
@Stateless
public class TicketRouting {

  @Inject private Clock clock;
  @Inject private RoutingRules rules;
  @Inject private Router router;
  @Inject private Audit audit;

  /** Returns every rule in its order. */
  @TransactionAttribute(SUPPORTS)
  public List<RoutingRuleView> list(Actor actor) {
    actor.requireStaff();
    return rules.all().stream().map(RoutingRule::view).toList();
  }

  /** Returns a rule. */
  @TransactionAttribute(SUPPORTS)
  public RoutingRuleView require(Actor actor, UUID id) {
    actor.requireStaff();
    return rules.require(id).view();
  }

  /**
   * Adds a rule at the place its draft names, else as the last.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public RoutingRuleView create(Actor actor, RoutingRuleDraft draft) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    RoutingRule rule = rules.add(draft, Times.now(clock));
    return recorded(actor, "routing_rule.created", rule);
  }

  /**
   * Replaces a rule.
   *
   * @param ifVersion the version the change was made from; null does not care
   * @throws dev.tocsin.platform.error.Stale when the rule has another version
   */
  public RoutingRuleView change(
      Actor actor, UUID id, RoutingRuleDraft draft, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    RoutingRule rule = rules.replace(id, draft, ifVersion, Times.now(clock));
    return recorded(actor, "routing_rule.changed", rule);
  }

  /** Removes a rule. */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    RoutingRuleView gone = rules.remove(id, ifVersion).view();
    audit.record(
        actor, "routing_rule.deleted", "routing_rule", id.toString(), Map.of("name", gone.name()));
  }

  /**
   * Puts all rules into a new order.
   *
   * @throws dev.tocsin.platform.error.Rejected unless the ids are those of all rules, each once
   */
  public List<RoutingRuleView> reorder(Actor actor, List<UUID> ids) {
    actor.require(Role.ADMIN);
    rules.reorder(ids);
    audit.record(
        actor, "routing_rule.reordered", "routing_rule", "all", Map.of("order", List.copyOf(ids)));
    return list(actor);
  }

  /**
   * Returns who would get a ticket, and what each rule says of it, by the code that routes;
   * nobody's turn is taken.
   */
  @TransactionAttribute(SUPPORTS)
  public RoutingTrial explain(Actor actor, TryRouting command) {
    actor.requireStaff();
    Input.check(command);
    return router.explain(
        RoutingFacts.of(command),
        Objects.requireNonNullElseGet(command.at(), () -> Times.now(clock)));
  }

  /** Returns whether any rule goes by a calendar; for the module that keeps calendars. */
  @TransactionAttribute(SUPPORTS)
  public boolean goesBy(UUID calendarId) {
    return rules.all().stream()
        .anyMatch(rule -> calendarId.equals(rule.view().conditions().calendarId()));
  }

  private RoutingRuleView recorded(Actor actor, String action, RoutingRule rule) {
    RoutingRuleView view = rules.flushed(rule).view();
    audit.record(actor, action, "routing_rule", view.id().toString(), Map.of("rule", view));
    return view;
  }
}
