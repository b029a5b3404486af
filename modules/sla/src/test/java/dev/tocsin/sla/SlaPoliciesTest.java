package dev.tocsin.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaPoliciesTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private final Actor admin = Actor.system("test");
  private final Actor agent =
      new Actor(Actor.Kind.API_TOKEN, Ids.next(), "agent", Role.AGENT, null);
  private SlaPolicies policies;

  @BeforeEach
  void find() {
    policies = beans.get(SlaPolicies.class);
  }

  private static PolicyDraft draft(String name, @Nullable Integer order, PolicyTarget... targets) {
    return new PolicyDraft(name, order, null, null, List.of(targets), null, null, null, null);
  }

  private static PolicyTarget answerWithin(Duration target) {
    return new PolicyTarget(Metric.FIRST_RESPONSE, target, null);
  }

  @Test
  void theDefaultsAreThere() {
    assertThat(policies.list(agent).stream().filter(p -> p.name().matches("P[0-3]-.*")))
        .extracting(PolicyView::name, p -> p.targets().get(0).target(), PolicyView::pauseOnWaiting)
        .containsExactly(
            tuple("P0-Critical", Duration.ofMinutes(15), true),
            tuple("P1-High", Duration.ofHours(1), true),
            tuple("P2-Medium", Duration.ofHours(4), true),
            tuple("P3-Low", Duration.ofHours(24), true));
  }

  @Test
  void policiesKeepTheirOrderThroughInsertsMovesAndRemovals() {
    int count = policies.list(agent).size();
    PolicyView first =
        policies.create(admin, draft("first", 1, answerWithin(Duration.ofSeconds(2))));
    PolicyView last = policies.create(admin, draft("last", null, answerWithin(Duration.ofDays(2))));
    assertThat(first.order()).isEqualTo(1);
    assertThat(last.order()).isEqualTo(count + 2);
    PolicyView moved =
        policies.change(
            admin, last.id(), draft("last", 1, answerWithin(Duration.ofDays(2))), last.version());
    assertThat(moved.order()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                policies.change(
                    admin,
                    last.id(),
                    draft("last", 1, answerWithin(Duration.ofDays(2))),
                    last.version()))
        .isInstanceOf(Stale.class);
    policies.delete(admin, last.id(), null);
    policies.delete(admin, first.id(), null);
    assertThat(policies.list(agent))
        .hasSize(count)
        .first()
        .extracting(PolicyView::order)
        .isEqualTo(1);
  }

  @Test
  void everyFaultOfAPolicyIsNamed() {
    PolicyDraft bad =
        draft(
            "bad",
            null,
            answerWithin(Duration.ZERO),
            answerWithin(Duration.ofDays(1_000_000)),
            new PolicyTarget(Metric.PERIODIC_UPDATE, Duration.ofHours(1), Ids.next()));
    assertThatThrownBy(() -> policies.create(admin, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/targets/0/target", "out_of_range"),
            tuple("/targets/1/metric", "duplicate"),
            tuple("/targets/1/target", "out_of_range"),
            tuple("/targets/2/calendar_id", "unknown"));
  }

  @Test
  void bandsThatNobodyCouldTellApartAreFaults() {
    PolicyDraft bad =
        new PolicyDraft(
            "bad",
            null,
            null,
            null,
            List.of(answerWithin(Duration.ofHours(1))),
            null,
            null,
            null,
            List.of(
                new Threshold("Soon", Duration.ofMinutes(5)),
                new Threshold("Sooner", Duration.ofMinutes(5).plusNanos(1)),
                new Threshold("Soon", Duration.ofMinutes(4)),
                new Threshold("Never", Duration.ZERO)));
    assertThatThrownBy(() -> policies.create(admin, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/thresholds/1/before", "duplicate"),
            tuple("/thresholds/2/label", "duplicate"),
            tuple("/thresholds/3/before", "out_of_range"));
  }

  @Test
  void nullsInListsAreFaultsToo() {
    PolicyDraft holes =
        Json.read(
            "{\"name\":\"holes\",\"targets\":[null],\"pause_metrics\":[null],"
                + "\"conditions\":{\"priority\":[null],\"team_id\":[null],\"tag\":[null]}}",
            PolicyDraft.class);
    assertThatThrownBy(() -> policies.create(admin, holes))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .hasSize(5);
  }

  @Test
  void onlyAdminsChangePoliciesAndCustomersSeeNone() {
    UUID id = policies.list(agent).get(0).id();
    Actor customer = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "c", Role.CUSTOMER, Ids.next());
    assertThatThrownBy(() -> policies.delete(agent, id, null)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> policies.list(customer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> policies.require(agent, Ids.next())).isInstanceOf(NotFound.class);
  }
}
