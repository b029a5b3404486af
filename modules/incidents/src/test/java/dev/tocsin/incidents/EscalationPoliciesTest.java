package dev.tocsin.incidents;

import static dev.tocsin.incidents.World.ADMIN;
import static dev.tocsin.incidents.World.AGENT;
import static dev.tocsin.incidents.World.VIEWER;
import static dev.tocsin.incidents.World.firing;
import static dev.tocsin.incidents.World.tier;
import static dev.tocsin.incidents.World.tierOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.accounts.Warning;
import dev.tocsin.incidents.internal.IncidentSettings;
import dev.tocsin.incidents.internal.PolicyMentions;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscalationPoliciesTest {

  @RegisterExtension static final World world = new World();

  private final Instant start = World.START;
  private final UUID alice = world.hire("alice");
  private final UUID bob = world.hire("bob");

  @Test
  void removingATierLeavesNoGap() {
    PolicyView policy =
        world.policy("p", 0, tier(10, "alice"), tier(10, "bob"), tier(10, "alice", "bob"));
    UUID middle = policy.tiers().get(1).id();
    PolicyView shorter = world.policies().removeTier(ADMIN, policy.id(), middle);
    assertThat(shorter.tiers()).extracting(TierView::tierIndex).containsExactly(0, 1);
    PolicyView longer = world.policies().addTier(ADMIN, policy.id(), tier(5, "bob"));
    assertThat(longer.tiers()).extracting(TierView::tierIndex).containsExactly(0, 1, 2);
    PolicyView changed =
        world
            .policies()
            .changeTier(
                ADMIN,
                policy.id(),
                longer.tiers().get(2).id(),
                new ChangeTier(null, null, null, null, 7));
    assertThat(changed.tiers().get(2).timeoutSeconds()).isEqualTo(7);
    assertThat(changed.tiers().get(2).userNames()).containsExactly("bob");
    world.rule("critical", policy);
    world.ingest(firing("x", "critical"));
    world.pass(Duration.ofSeconds(60));
    assertThat(world.pages(start))
        .containsExactly("alice 0/0 +0", "alice+bob 1/0 +10", "bob 2/0 +20");
  }

  @Test
  void theSimulationSaysWhatTheEngineDoes() {
    UUID schedule = world.schedule("alice", null);
    PolicyView policy = world.policy("p", 1, tierOf(10, schedule), tier(5, "zed"), tier(20, "bob"));
    SimulationView simulated = world.policies().simulate(VIEWER, policy.id(), null);
    world.rule("critical", policy);
    world.ingest(firing("x", "critical"));
    world.pass(Duration.ofMinutes(2));
    assertThat(
            simulated.steps().stream()
                .map(
                    step ->
                        step.targets().get(0).name()
                            + " "
                            + step.tierIndex()
                            + "/"
                            + step.repeat()
                            + " +"
                            + Duration.between(start, step.at()).toSeconds())
                .toList())
        .isEqualTo(world.pages(start));
    assertThat(simulated.exhaustedAt())
        .isEqualTo(world.announced(EscalationExhausted.class).get(0).at());
    assertThatThrownBy(() -> world.policies().simulate(VIEWER, policy.id(), Instant.MAX))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void everyFaultOfAPolicyIsNamed() {
    CreatePolicy bad =
        new CreatePolicy(
            "p",
            null,
            null,
            null,
            List.of(
                new CreateTier(TargetType.SCHEDULE, null, null, null, 10),
                new CreateTier(TargetType.USERS, null, null, null, 10),
                new CreateTier(TargetType.BOTH, new UUID(1, 1), null, List.of(new UUID(1, 1)), 1)));
    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> world.policies().create(ADMIN, bad));
    assertThat(rejected.faults())
        .extracting(Fault::pointer)
        .containsExactly(
            "/tiers/0/schedule_id",
            "/tiers/1/user_names",
            "/tiers/2/schedule_id",
            "/tiers/2/user_ids/0");
    CreatePolicy invalid =
        new CreatePolicy(
            " ",
            null,
            null,
            10,
            List.of(new CreateTier(TargetType.USERS, null, List.of("x"), null, 0)));
    rejected = catchThrowableOfType(Rejected.class, () -> world.policies().create(ADMIN, invalid));
    assertThat(rejected.faults())
        .extracting(Fault::pointer)
        .containsExactly("/name", "/repeat", "/tiers/0/timeout_seconds");
  }

  @Test
  void policiesAreKeptWithTheirVersionsAndRules() {
    PolicyView made = world.policy("p", 2, tier(10, "alice"));
    ChangePolicy change = new ChangePolicy("q", "text", null, 0, List.of(tier(5, "bob")));
    PolicyView changed = world.policies().change(ADMIN, made.id(), change, made.version());
    assertThat(changed.name()).isEqualTo("q");
    assertThat(changed.enabled()).isTrue();
    assertThat(changed.tiers()).extracting(TierView::timeoutSeconds).containsExactly(5);
    assertThat(world.policies().require(VIEWER, made.id())).isEqualTo(changed);
    assertThatThrownBy(() -> world.policies().change(ADMIN, made.id(), change, made.version()))
        .isInstanceOf(Stale.class);
    world.rule("info", changed);
    world.rule("info", changed);
    assertThat(world.policies().severityRules(VIEWER))
        .containsExactly(new SeverityRuleView("info", made.id(), "q"));
    assertThatThrownBy(() -> delete(made)).isInstanceOf(Conflict.class);
    world.policies().clearSeverityRule(ADMIN, "info");
    world.set(IncidentSettings.FALLBACK_POLICY, made.id());
    assertThatThrownBy(() -> delete(made)).isInstanceOf(Conflict.class);
    world.unset(IncidentSettings.FALLBACK_POLICY);
    delete(made);
    assertThat(world.policies().list(VIEWER, PageRequest.first()).data()).isEmpty();
    assertThatThrownBy(() -> world.rule("info", made)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> world.rule("worst", made)).isInstanceOf(Rejected.class);
  }

  @Test
  void theFallbackPolicyMustExist() {
    PolicyView policy = world.policy("p", 0, tier(10, "alice"));
    IncidentSettings settings = world.get(IncidentSettings.class);
    world.inTransaction(
        () -> {
          assertThat(settings.faultOf(IncidentSettings.FALLBACK_POLICY, policy.id())).isNull();
          assertThat(settings.faultOf(IncidentSettings.FALLBACK_POLICY, new UUID(1, 1)))
              .isEqualTo("must be the id of an escalation policy");
          assertThat(settings.faultOf(IncidentSettings.AUTO_RESOLVE, true)).isNull();
          return true;
        });
  }

  @Test
  void aPersonNamedByAPolicyIsMentioned() {
    world
        .policies()
        .create(
            ADMIN,
            new CreatePolicy(
                "p",
                null,
                null,
                null,
                List.of(new CreateTier(TargetType.USERS, null, null, List.of(bob), 10))));
    PolicyMentions mentions = world.get(PolicyMentions.class);
    assertThat(mentions.mentionsOf(bob))
        .containsExactly(new Warning("in_escalation_policy", "Still named in escalation policy p"));
    assertThat(mentions.mentionsOf(alice)).isEmpty();
  }

  @Test
  void onlyAdminsChangePolicies() {
    PolicyView policy = world.policy("p", 0);
    assertThatThrownBy(() -> world.policies().addTier(AGENT, policy.id(), tier(5, "bob")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(
            () -> world.policies().setSeverityRule(AGENT, "info", new SetSeverityRule(policy.id())))
        .isInstanceOf(Forbidden.class);
  }

  private void delete(PolicyView policy) {
    world.policies().delete(ADMIN, policy.id(), null);
  }
}
