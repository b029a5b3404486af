package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketRoutingTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private TicketRouting routing;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    routing = beans.get(TicketRouting.class);
  }

  private RoutingRuleView rule(String name, @Nullable Integer order, RoutingActions actions) {
    return routing.create(
        desk.admin, new RoutingRuleDraft(name, order, null, RoutingConditions.always(), actions));
  }

  private List<String> names() {
    return routing.list(desk.agent).stream().map(RoutingRuleView::name).toList();
  }

  @Test
  void theFirstRuleThatMatchesDecidesAboutTeamPriorityAndTags() {
    rule(
        "all",
        null,
        new RoutingActions(desk.team.id(), null, null, Priority.P0, List.of("routed")));
    rule("never reached", null, RoutingActions.assignTo(desk.onCall.id()));
    TicketView ticket = desk.open(desk.token1, Priority.P3);
    assertThat(ticket.teamId()).isEqualTo(desk.team.id());
    assertThat(ticket.assigneeId()).isNull();
    assertThat(ticket.priority()).isEqualTo(Priority.P0);
    assertThat(ticket.tags()).containsExactly("routed");
    assertThat(ticket.status()).isEqualTo(TicketStatus.TRIAGED);
    assertThat(beans.announced(TicketOpened.class))
        .singleElement()
        .satisfies(event -> assertThat(event.priority()).isEqualTo(Priority.P0));
  }

  @Test
  void whoHasLeftGetsNothing() {
    desk.routeP0ToOnCall();
    desk.fallBackTo(desk.general);
    beans.get(Users.class).deactivate(desk.admin, desk.onCall.id(), null);
    assertThat(desk.open(desk.token1, Priority.P0).assigneeId()).isEqualTo(desk.general.id());
  }

  @Test
  void anAssigneeNamedAtTheOpeningStays() {
    rule("all", null, RoutingActions.assignTo(desk.onCall.id()));
    TicketView ticket =
        desk.tickets.open(desk.agent, desk.assigned(Priority.P1, desk.general.id()));
    assertThat(ticket.assigneeId()).isEqualTo(desk.general.id());
  }

  @Test
  void disabledRulesDoNotCount() {
    RoutingRuleView rule = rule("all", null, RoutingActions.assignTo(desk.onCall.id()));
    routing.change(
        desk.admin,
        rule.id(),
        new RoutingRuleDraft("all", null, false, rule.conditions(), rule.actions()),
        rule.version());
    assertThat(desk.open(desk.token1, Priority.P0).status()).isEqualTo(TicketStatus.OPEN);
  }

  @Test
  void rulesKeepTheirOrderThroughInsertsMovesAndRemovals() {
    RoutingActions actions = RoutingActions.assignTo(desk.onCall.id());
    RoutingRuleView a = rule("a", null, actions);
    RoutingRuleView b = rule("b", null, actions);
    RoutingRuleView c = rule("c", 1, actions);
    assertThat(names()).containsExactly("c", "a", "b");
    routing.change(
        desk.admin, b.id(), new RoutingRuleDraft("b", 1, null, b.conditions(), b.actions()), null);
    assertThat(names()).containsExactly("b", "c", "a");
    routing.delete(desk.admin, c.id(), null);
    assertThat(routing.list(desk.agent)).extracting(RoutingRuleView::order).containsExactly(1, 2);
    assertThat(routing.reorder(desk.admin, List.of(a.id(), b.id())))
        .extracting(RoutingRuleView::name)
        .containsExactly("a", "b");
    assertThatThrownBy(() -> routing.reorder(desk.admin, List.of(a.id(), a.id())))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void badRulesOldVersionsAndStrangersAreRefused() {
    UUID nobody = Ids.next();
    assertThatThrownBy(() -> rule("bad", null, RoutingActions.assignTo(nobody)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/actions/assignee_id");
    RoutingRuleView rule = rule("good", null, RoutingActions.assignTo(desk.onCall.id()));
    RoutingRuleDraft draft =
        new RoutingRuleDraft("better", null, null, rule.conditions(), rule.actions());
    assertThatThrownBy(() -> routing.change(desk.admin, rule.id(), draft, rule.version() + 1))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> routing.change(desk.agent, rule.id(), draft, null))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> routing.list(desk.token1)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> routing.require(desk.agent, nobody)).isInstanceOf(NotFound.class);
  }

  @Test
  void nullsInListsAreFaults() {
    RoutingRuleDraft holes =
        Json.read(
            "{\"name\":\"holes\",\"conditions\":{\"words\":[null],\"tag\":[\" \"]},"
                + "\"actions\":{\"tags\":[null]}}",
            RoutingRuleDraft.class);
    assertThatThrownBy(() -> routing.create(desk.admin, holes))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/conditions/words")
        .hasMessageContaining("/conditions/tag")
        .hasMessageContaining("/actions/tags");
  }
}
