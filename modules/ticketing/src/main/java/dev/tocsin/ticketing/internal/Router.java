package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.Users;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.OpeningHours;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingTrial;
import dev.tocsin.ticketing.RuleVerdict;
import dev.tocsin.ticketing.RuleVerdict.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Decides who gets a new ticket: the first rule that matches, else the fallback assignee of the
 * settings, else nobody.
 */
@Dependent
public class Router {

  @Inject private RoutingRules rules;
  @Inject private AssigneeChoice choice;
  @Inject private Users users;
  @Inject private Settings settings;
  @Inject @Any private Instance<OpeningHours> hours;

  /**
   * Returns what becomes of a ticket with these facts; people who left get nothing.
   *
   * @param assigned whether it is somebody's already, and takes nobody's turn
   */
  RoutingDecision decide(RoutingFacts facts, boolean assigned, Instant at) {
    Predicate<UUID> open = open(at);
    Optional<RoutingRule> first =
        rules.remembered().stream().filter(rule -> rule.matches(facts, open)).findFirst();
    return assigned
        ? decision(first, AssigneeChoice.NOBODY_NEEDED)
        : decision(first, actions -> choice.take(actions, at));
  }

  /** Returns what {@link #decide} would say of an unassigned ticket, and what each rule says. */
  public RoutingTrial explain(RoutingFacts facts, Instant at) {
    Predicate<UUID> open = open(at);
    List<RoutingRule> all = rules.all();
    Optional<RoutingRule> first =
        all.stream().filter(rule -> rule.matches(facts, open)).findFirst();
    RoutingDecision decision = decision(first, actions -> choice.peek(actions, at));
    List<RuleVerdict> verdicts = new ArrayList<>();
    for (RoutingRule rule : all) {
      boolean decides = first.filter(rule::equals).isPresent();
      verdicts.add(rule.verdict(facts, open, decides ? Verdict.DECIDES : Verdict.TOO_LATE));
    }
    return new RoutingTrial(
        decision.ruleId(),
        decision.teamId(),
        decision.assigneeId(),
        decision.priority(),
        decision.tags(),
        decision.why(),
        verdicts);
  }

  private RoutingDecision decision(Optional<RoutingRule> first, AssigneeChoice.Way way) {
    RoutingDecision decision =
        first.map(rule -> decision(rule, way.choose(rule.actions()))).orElse(RoutingDecision.NONE);
    UUID fallback = settings.get(TicketingSettings.FALLBACK_ASSIGNEE);
    boolean settled = decision.findsSomebody() || way == AssigneeChoice.NOBODY_NEEDED;
    return settled || fallback == null || users.find(fallback).filter(Intake::canAnswer).isEmpty()
        ? decision
        : decision.withAssignee(fallback, "the fallback of the settings");
  }

  private static RoutingDecision decision(RoutingRule rule, AssigneeChoice.Chosen chosen) {
    Map<String, String> why = new TreeMap<>();
    why.put("rule", rule.name());
    if (chosen.why() != null) {
      why.put("assignee", chosen.why());
    }
    RoutingActions actions = rule.actions();
    return new RoutingDecision(
        rule.id(),
        actions.teamId(),
        chosen.userId(),
        actions.priority(),
        actions.tags() == null ? List.of() : actions.tags(),
        why);
  }

  private Predicate<UUID> open(Instant at) {
    return calendar -> hours.stream().anyMatch(known -> known.areOpen(calendar, at));
  }
}
