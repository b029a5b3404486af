package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.RoutingActions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets a new ticket: the first rule that matches, else the fallback assignee of the
 * settings, else nobody.
 */
@Dependent
public class Router {

  @Inject private RoutingRules rules;
  @Inject private Users users;
  @Inject private Settings settings;

  /** Returns what becomes of a ticket with these facts; people who left get nothing. */
  RoutingDecision decide(RoutingFacts facts) {
    RoutingDecision decision =
        rules.all().stream()
            .filter(rule -> rule.matches(facts))
            .findFirst()
            .map(rule -> decisionOf(rule.actions()))
            .orElse(RoutingDecision.NONE);
    return decision.findsSomebody()
        ? decision
        : decision.withAssignee(atWork(settings.get(TicketingSettings.FALLBACK_ASSIGNEE)));
  }

  private RoutingDecision decisionOf(RoutingActions actions) {
    return new RoutingDecision(
        actions.teamId(),
        atWork(actions.assigneeId()),
        actions.priority(),
        actions.tags() == null ? List.of() : actions.tags());
  }

  private @Nullable UUID atWork(@Nullable UUID userId) {
    return userId == null
        ? null
        : users.find(userId).filter(Intake::canAnswer).map(UserView::id).orElse(null);
  }
}
