package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.RoutingActions.Assign;
import dev.tocsin.ticketing.RuleVerdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingChoiceTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, Absences.class);

  private Desk desk;
  private TicketRouting routing;
  private UserView third;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule, ticketing.routing_turn CASCADE");
    Absences.AWAY.clear();
    desk = new Desk(beans);
    desk.fallBackTo(null);
    routing = beans.get(TicketRouting.class);
    third = desk.another();
    for (UserView member : List.of(desk.onCall, desk.general, third)) {
      beans.get(Teams.class).addMember(desk.admin, desk.team.id(), member.id());
    }
  }

  private RoutingRuleView rule(RoutingConditions conditions, RoutingActions actions) {
    return routing.create(
        desk.admin, new RoutingRuleDraft("by turns", null, null, conditions, actions));
  }

  private RoutingRuleView turns(Assign way) {
    return rule(RoutingConditions.always(), RoutingActions.assignIn(desk.team.id(), way));
  }

  private @Nullable UUID assigned() {
    return desk.open(desk.token1, Priority.P2).assigneeId();
  }

  private UUID next() {
    return Objects.requireNonNull(assigned(), "nobody's");
  }

  private TryRouting trial() {
    return new TryRouting(desk.customer1.id(), Priority.P2, null, "Help", null, null, null);
  }

  @Test
  void aTeamTakesTurnsAndWhoIsAwayIsPassedOver() {
    turns(Assign.ROUND_ROBIN);
    List<UUID> round = List.of(next(), next(), next());
    assertThat(round).containsExactlyInAnyOrder(desk.onCall.id(), desk.general.id(), third.id());
    assertThat(List.of(next(), next(), next())).isEqualTo(round);
    Absences.AWAY.add(round.get(0));
    assertThat(List.of(next(), next(), next()))
        .containsExactly(round.get(1), round.get(2), round.get(1));
    beans.get(Users.class).deactivate(desk.admin, round.get(1), null);
    assertThat(next()).isEqualTo(round.get(2));
    Absences.AWAY.add(round.get(2));
    TicketView nobodys = desk.open(desk.token1, Priority.P2);
    assertThat(nobodys.assigneeId()).isNull();
    assertThat(nobodys.teamId()).as("the team has it all the same").isEqualTo(desk.team.id());
  }

  @Test
  void whoHasTheLeastToDoGetsTheNext() {
    desk.tickets.open(desk.agent, desk.assigned(Priority.P2, desk.onCall.id()));
    TicketView done = desk.tickets.open(desk.agent, desk.assigned(Priority.P2, desk.general.id()));
    desk.tickets.open(desk.agent, desk.assigned(Priority.P2, third.id()));
    desk.move(done, TicketStatus.CLOSED);
    turns(Assign.LEAST_LOADED);
    assertThat(next()).as("what is closed is no load").isEqualTo(desk.general.id());
    assertThat(List.of(next(), next(), next()))
        .as("equals take turns")
        .containsExactlyInAnyOrder(desk.onCall.id(), desk.general.id(), third.id());
  }

  @Test
  void turnsAreFairHoweverManyOpenTicketsAtOnce() throws Exception {
    turns(Assign.ROUND_ROBIN);
    assertThat(byPerson(openedAtOnce(8, 30)).values()).containsOnly(10L);
  }

  @Test
  void loadIsEvenHoweverManyOpenTicketsAtOnce() throws Exception {
    turns(Assign.LEAST_LOADED);
    assertThat(byPerson(openedAtOnce(8, 30)).values()).containsOnly(10L);
  }

  private static Map<UUID, Long> byPerson(List<UUID> people) {
    return people.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private List<UUID> openedAtOnce(int threads, int tickets) throws Exception {
    ExecutorService desks = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<UUID>> opening = new ArrayList<>();
      for (int i = 0; i < tickets; i++) {
        opening.add(this::next);
      }
      List<UUID> people = new ArrayList<>();
      for (Future<UUID> one : desks.invokeAll(opening)) {
        people.add(one.get());
      }
      return people;
    } finally {
      desks.shutdownNow();
    }
  }

  @Test
  void aTicketThatIsSomebodysTakesNobodysTurn() {
    turns(Assign.ROUND_ROBIN);
    UUID first = next();
    desk.tickets.open(desk.agent, desk.assigned(Priority.P2, desk.onCall.id()));
    RoutingTrial trial = routing.explain(desk.agent, trial());
    assertThat(routing.explain(desk.agent, trial()).assigneeId())
        .as("nor does asking")
        .isEqualTo(trial.assigneeId());
    assertThat(trial.assigneeId()).isNotEqualTo(first);
    assertThat(next()).isEqualTo(trial.assigneeId());
  }

  @Test
  void theHistoryTellsThoseWhoWorkHereWhyATicketIsTheirs() {
    turns(Assign.ROUND_ROBIN);
    TicketView ticket = desk.open(desk.token1, Priority.P2);
    assertThat(desk.tickets.history(desk.agent, ticket.number()))
        .filteredOn(row -> row.action().equals("matched"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.changes())
                    .containsEntry("rule", new Shift(null, "by turns"))
                    .containsEntry(
                        "assignee",
                        new Shift(null, "next in turn of 3 at work in " + desk.team.name())));
    assertThat(desk.tickets.history(desk.token1, ticket.number()))
        .extracting(HistoryView::action)
        .doesNotContain("matched");
  }

  @Test
  void aRuleMayGoByBusinessHours() {
    rule(
        new RoutingConditions(null, null, null, null, null, OfficeHours.ID),
        RoutingActions.assignTo(desk.onCall.id()));
    assertThat(assigned()).as("at midnight").isNull();
    beans.clock().advance(Duration.ofHours(10));
    assertThat(next()).isEqualTo(desk.onCall.id());
    assertThatThrownBy(
            () ->
                rule(
                    new RoutingConditions(null, null, null, null, null, Ids.next()),
                    RoutingActions.assignTo(desk.onCall.id())))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/conditions/calendar_id");
  }

  @Test
  void aRuleIsForCustomersThereAre() {
    UUID known = desk.customer1.id();
    assertThatThrownBy(
            () ->
                rule(
                    new RoutingConditions(null, null, List.of(known, Ids.next()), null, null, null),
                    RoutingActions.assignTo(desk.onCall.id())))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/conditions/customer_id/1");
  }

  @Test
  void aTrialTellsWhatEachRuleSays() {
    rule(RoutingConditions.priorities(Priority.P0), RoutingActions.assignTo(third.id()));
    RoutingRuleView off = turns(Assign.ROUND_ROBIN);
    routing.change(
        desk.admin,
        off.id(),
        new RoutingRuleDraft("off", null, false, off.conditions(), off.actions()),
        null);
    RoutingRuleView wins =
        rule(
            new RoutingConditions(null, null, null, List.of("HELP"), null, null),
            RoutingActions.assignTo(desk.onCall.id()));
    turns(Assign.ROUND_ROBIN);
    RoutingTrial trial = routing.explain(desk.viewer, trial());
    assertThat(trial.ruleId()).isEqualTo(wins.id());
    assertThat(trial.assigneeId()).isEqualTo(desk.onCall.id());
    assertThat(trial.rules())
        .extracting(RuleVerdict::verdict)
        .containsExactly(Verdict.FAILS, Verdict.DISABLED, Verdict.DECIDES, Verdict.TOO_LATE);
    assertThat(trial.rules().get(0).conditions())
        .containsExactly(new ConditionCheck("priority", false, "is P2"));
    assertThat(trial.rules().get(2).conditions())
        .containsExactly(new ConditionCheck("words", true, "“HELP” stands in subject or body"));
    assertThatThrownBy(() -> routing.explain(desk.token1, trial())).isInstanceOf(Forbidden.class);
  }

  @Test
  void turnsNeedATeamAndNobodyElse() {
    for (Assign way : List.of(Assign.ROUND_ROBIN, Assign.LEAST_LOADED)) {
      RoutingActions bad = new RoutingActions(null, desk.onCall.id(), way, null, null);
      assertThatThrownBy(() -> rule(RoutingConditions.always(), bad))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("/actions/team_id")
          .hasMessageContaining("/actions/assignee_id");
    }
  }

  @Test
  void whatTheTrialSaysIsWhatHappens() {
    turns(Assign.LEAST_LOADED);
    for (int i = 0; i < 5; i++) {
      UUID said = routing.explain(desk.agent, trial()).assigneeId();
      assertThat(next()).isEqualTo(said);
    }
  }
}
