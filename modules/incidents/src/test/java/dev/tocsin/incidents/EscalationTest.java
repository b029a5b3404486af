package dev.tocsin.incidents;

import static dev.tocsin.incidents.World.ADMIN;
import static dev.tocsin.incidents.World.AGENT;
import static dev.tocsin.incidents.World.VIEWER;
import static dev.tocsin.incidents.World.firing;
import static dev.tocsin.incidents.World.resolved;
import static dev.tocsin.incidents.World.tier;
import static dev.tocsin.incidents.World.tierOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incidents.internal.IncidentSettings;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationTest {

  @RegisterExtension static final World world = new World();

  private final Instant start = World.START;
  private final UUID alice = world.hire("alice");

  @BeforeEach
  void hireBob() {
    world.hire("bob");
  }

  @Test
  @Tag("regen-28")
  void theFirstTierIsPagedAtOnceTheNextWhenNobodyAnswersAndThenItEnds() {
    UUID schedule = world.schedule("alice", null);
    PolicyView policy = world.policy("p", 0, tierOf(30, schedule), tier(60, "bob"));
    world.rule("critical", policy);
    world.ingest(firing("x", "critical"));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0");

    world.pass(Duration.ofMinutes(5));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0", "bob 1/0 +30");
    assertThat(escalation("1").state()).isEqualTo("exhausted");
    assertThat(world.announced(EscalationExhausted.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.at()).isEqualTo(start.plusSeconds(90));
              assertThat(event.anybodyPaged()).isTrue();
              assertThat(event.policyId()).isEqualTo(policy.id());
            });
    assertThat(world.timelineTypes("1"))
        .containsExactly(
            "incident_created",
            "commander_assigned",
            "escalated",
            "escalated",
            "escalation_exhausted");
    assertThat(world.timeline("1").get(2).content())
        .containsEntry("tier_index", 0)
        .containsEntry("policy", "p")
        .containsEntry("policy_chosen_by", "the rule for severity critical")
        .containsEntry("why", "alice is on call in layer weekly");
  }

  @ParameterizedTest
  @Tag("regen-31")
  @Tag("regen-29")
  @EnumSource(
      value = IncidentStatus.class,
      names = {"ACKNOWLEDGED", "RESOLVED", "CANCELED"})
  void nobodyIsPagedAfterAnAnswer(IncidentStatus answer) {
    world.rule("critical", world.policy("p", 3, tier(10, "alice"), tier(10, "bob")));
    world.ingest(firing("x", "critical"));
    world.move("INC-1", answer);
    world.pass(Duration.ofSeconds(60));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0");
    EscalationView stopped = escalation("1");
    assertThat(stopped.state()).isEqualTo("stopped");
    assertThat(stopped.dueAt()).isNull();
    assertThat(world.announced(EscalationStopped.class))
        .extracting(EscalationStopped::reason)
        .containsExactly(answer.name().toLowerCase(Locale.ROOT));
  }

  @Test
  @Tag("regen-31")
  void nobodyIsPagedOnceAllAlertsAreResolved() {
    world.rule("critical", world.policy("p", 3, tier(10, "alice"), tier(10, "bob")));
    world.ingest(firing("x", "critical"));
    world.ingest(resolved("x", "critical"));
    world.pass(Duration.ofSeconds(60));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0");
  }

  @Test
  @Tag("regen-30")
  void aTierThatReachesNobodyIsPassedOverInTheSameStep() {
    UUID nobody = world.schedule("", null);
    world.rule(
        "critical", world.policy("p", 0, tierOf(300, nobody), tier(10, "zed"), tier(10, "bob")));
    world.ingest(firing("x", "critical"));
    assertThat(world.pages(start)).containsExactly("bob 2/0 +0");
    List<TimelineEntryView> skipped =
        world.timeline("1").stream().filter(e -> e.type().equals("escalation_skipped")).toList();
    assertThat(skipped).hasSize(2);
    assertThat(skipped.get(0).content().get("why"))
        .isEqualTo("nobody is on call: no layer has anybody on");
    assertThat(skipped.get(1).content().get("unreachable")).isEqualTo(List.of("zed"));
  }

  @Test
  @Tag("regen-30")
  void aPolicyThatReachesNobodyIsExhaustedAtOnce() {
    world.rule("critical", world.policy("empty", 5));
    world.ingest(firing("x", "critical"));
    assertThat(escalation("1").state()).isEqualTo("exhausted");
    assertThat(world.announced(EscalationExhausted.class))
        .extracting(EscalationExhausted::anybodyPaged)
        .containsExactly(false);
  }

  @Test
  void aDeactivatedPersonIsNotPaged() {
    world.rule("critical", world.policy("p", 0, tier(10, "alice", "bob"), tier(10, "bob")));
    world.dismiss(alice);
    world.ingest(firing("x", "critical"));
    assertThat(world.pages(start)).containsExactly("bob 0/0 +0");
  }

  @Test
  void aPolicyRepeats() {
    world.rule("critical", world.policy("p", 1, tier(10, "alice"), tier(10, "bob")));
    world.ingest(firing("x", "critical"));
    world.pass(Duration.ofSeconds(60));
    assertThat(world.pages(start))
        .containsExactly("alice 0/0 +0", "bob 1/0 +10", "alice 0/1 +20", "bob 1/1 +30");
  }

  @Test
  void afterALongSleepTheStepsThatWereMissedAreNotAllPagedAtOnce() {
    world.rule(
        "critical", world.policy("p", 0, tier(10, "alice"), tier(10, "bob"), tier(10, "alice")));
    world.ingest(firing("x", "critical"));
    world.clock().advance(Duration.ofHours(1));
    world.beat();
    world.beat();
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0", "bob 1/0 +3600");
  }

  @Test
  @Tag("regen-34")
  void thePolicyComesFromTheScheduleThenTheSeverityThenTheFallback() {
    PolicyView bySchedule = world.policy("schedule", 0, tier(10, "alice"));
    PolicyView bySeverity = world.policy("severity", 0, tier(10, "alice"));
    PolicyView fallback = world.policy("fallback", 0, tier(10, "alice"));
    world.set(IncidentSettings.FALLBACK_POLICY, fallback.id());
    world.rule("critical", bySeverity);
    world.ingest(firing("a", "critical"));
    world.ingest(firing("b", "warning"));
    world.schedule("alice", bySchedule.id());
    world.ingest(firing("c", "critical"));
    assertThat(chosen()).containsExactly("severity", "fallback", "schedule");
  }

  @ParameterizedTest
  @Tag("regen-34")
  @CsvSource({"warning, warning", "high, warning", "critical, critical"})
  void rulesAreFoundByTheWordsOfAlertsAndOfIncidents(String rule, String severity) {
    world.rule(rule, world.policy("p", 0, tier(10, "alice")));
    world.ingest(firing("x", severity));
    assertThat(chosen()).containsExactly("p");
  }

  @Test
  void anIncidentDeclaredByHandIsPagedBySeverityToo() {
    world.rule("low", world.policy("p", 0, tier(10, "alice")));
    world.incidents().declare(AGENT, new DeclareIncident("x", IncidentSeverity.LOW, null));
    assertThat(chosen()).containsExactly("p");
  }

  @Test
  @Tag("regen-34")
  void aDisabledPolicyNeverPages() {
    PolicyView off = world.policy("off", 0, tier(10, "alice"), tier(10, "bob"));
    PolicyView fallback = world.policy("fallback", 0, tier(10, "bob"));
    world.rule("critical", off);
    world.ingest(firing("a", "critical"));
    disable(off);
    world.pass(Duration.ofSeconds(30));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0");
    assertThat(escalation("1").reason()).isEqualTo("policy_disabled");

    world.ingest(firing("b", "critical"));
    assertThat(world.timelineTypes("2")).endsWith("nobody_paged");
    assertThat(world.announced(NobodyPaged.class))
        .extracting(NobodyPaged::number)
        .containsExactly("INC-2");
    assertThat(escalations("2")).isEmpty();
    world.set(IncidentSettings.FALLBACK_POLICY, fallback.id());
    world.ingest(firing("c", "critical"));
    assertThat(chosen()).containsExactly("off", "fallback");
    assertThatThrownBy(() -> escalate("1", off)).isInstanceOf(Conflict.class);
  }

  @Test
  @Tag("regen-33")
  void escalatingTwiceMakesOneActiveEscalationAndAnotherPolicyTakesOver() {
    PolicyView one = world.policy("one", 0, tier(10, "alice"), tier(10, "bob"));
    PolicyView two = world.policy("two", 0, tier(10, "bob"));
    world.ingest(firing("x", "critical"));
    EscalationView first = escalate("1", one);
    assertThat(escalate("INC-1", one)).isEqualTo(first);
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0");
    escalate("1", two);
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0", "bob 0/1 +0");
    assertThat(world.announced(EscalationPaged.class).get(1).number()).isEqualTo("INC-1");
    world.pass(Duration.ofSeconds(30));
    assertThat(world.pages(start)).hasSize(2);
    assertThatThrownBy(
            () -> world.incidents().escalate(AGENT, "1", new EscalateIncident(new UUID(1, 1))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoEscalatesAnAcknowledgedIncidentPagesAndAnotherAnswerStopsIt() {
    PolicyView policy = world.policy("p", 5, tier(10, "alice"));
    world.ingest(firing("x", "critical"));
    world.move("1", IncidentStatus.ACKNOWLEDGED);
    escalate("1", policy);
    world.pass(Duration.ofSeconds(10));
    assertThat(world.pages(start)).containsExactly("alice 0/0 +0", "alice 0/1 +10");
    world.move("1", IncidentStatus.ACKNOWLEDGED);
    world.pass(Duration.ofSeconds(30));
    assertThat(world.pages(start)).hasSize(2);
    world.move("1", IncidentStatus.RESOLVED);
    assertThatThrownBy(() -> escalate("1", policy)).isInstanceOf(Conflict.class);
  }

  @Test
  void anIncidentIsUnpagedUntilSomebodyWasPagedOrAnswered() {
    world.rule("critical", world.policy("p", 0, tier(10, "alice")));
    world.rule("warning", world.policy("empty", 0));
    world.ingest(firing("paged", "critical"));
    world.ingest(firing("exhausted", "warning"));
    IncidentView low = declareLow();
    IncidentView answered = declareLow();
    world.move(answered.number(), IncidentStatus.ACKNOWLEDGED);
    assertThat(unpaged()).containsExactly(low.number(), "INC-2");

    escalate(low.number(), world.policy("q", 0, tier(10, "bob")));
    assertThat(unpaged()).containsExactly("INC-2");
  }

  private IncidentView declareLow() {
    return world.incidents().declare(AGENT, new DeclareIncident("x", IncidentSeverity.LOW, null));
  }

  private List<String> unpaged() {
    return world.incidents().unpaged(VIEWER, 8).stream().map(IncidentSummary::number).toList();
  }

  private void disable(PolicyView policy) {
    ChangePolicy change = new ChangePolicy(null, null, false, null, null);
    world.policies().change(ADMIN, policy.id(), change, null);
  }

  private EscalationView escalate(String ref, PolicyView policy) {
    return world.incidents().escalate(AGENT, ref, new EscalateIncident(policy.id()));
  }

  private List<String> chosen() {
    return world.announced(EscalationPaged.class).stream()
        .map(page -> world.policies().require(VIEWER, page.policyId()).name())
        .toList();
  }

  private EscalationView escalation(String ref) {
    return escalations(ref).get(0);
  }

  private List<EscalationView> escalations(String ref) {
    return world.incidents().escalation(VIEWER, ref).stream().toList();
  }
}
