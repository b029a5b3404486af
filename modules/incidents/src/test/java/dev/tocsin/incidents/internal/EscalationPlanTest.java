package dev.tocsin.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incidents.SimulatedSkip;
import dev.tocsin.incidents.SimulatedStep;
import dev.tocsin.incidents.SimulationView;
import dev.tocsin.incidents.TargetType;
import dev.tocsin.persistence.Ids;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EscalationPlanTest {
  private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID POLICY = Ids.next();

  @Test
  @Tag("regen-28")
  void eachTierIsPagedWhenTheOneBeforeHasNotAnswered() {
    SimulationView simulated = simulate(0, tier(300, "alice"), tier(600, "bob"));
    assertThat(simulated.steps())
        .extracting(EscalationPlanTest::text)
        .containsExactly("0/0 alice +0", "1/0 bob +300");
    assertThat(simulated.exhaustedAt()).isEqualTo(T0.plusSeconds(900));
  }

  @Test
  @Tag("regen-30")
  void anEmptyTierIsPassedOverAtOnce() {
    SimulationView simulated = simulate(0, tier(300), tier(600, "bob"), tier(1));
    assertThat(simulated.steps())
        .extracting(EscalationPlanTest::text)
        .containsExactly("1/0 bob +0");
    assertThat(simulated.skipped()).extracting(SimulatedSkip::tierIndex).containsExactly(0, 2);
    assertThat(simulated.exhaustedAt()).isEqualTo(T0.plusSeconds(600));
  }

  @Test
  @Tag("regen-30")
  void aPolicyThatReachesNobodyEndsAtOnceHoweverOftenItRepeats() {
    assertThat(simulate(9).steps()).isEmpty();
    SimulationView simulated = simulate(9, tier(300), tier(600));
    assertThat(simulated.steps()).isEmpty();
    assertThat(simulated.exhaustedAt()).isEqualTo(T0);
  }

  @Test
  void aPolicyBeginsAnewAsOftenAsItSays() {
    SimulationView simulated = simulate(2, tier(60, "alice"), tier(60), tier(60, "bob"));
    assertThat(simulated.steps())
        .extracting(EscalationPlanTest::text)
        .containsExactly(
            "0/0 alice +0",
            "2/0 bob +60",
            "0/1 alice +120",
            "2/1 bob +180",
            "0/2 alice +240",
            "2/2 bob +300");
    assertThat(simulated.exhaustedAt()).isEqualTo(T0.plusSeconds(360));
  }

  @Property
  void everyPlanEndsAndPagesEachPlaceOnceAndInOrder(
      @ForAll @Size(max = 6) List<Boolean> reaches, @ForAll @IntRange(max = 9) int repeat) {
    List<PolicyTier> tiers = new ArrayList<>();
    reaches.forEach(reached -> tiers.add(reached ? tier(60, "x") : tier(60)));
    SimulationView simulated =
        Simulation.of(POLICY, new EscalationPlan(tiers, repeat, EscalationPlanTest::find), T0);
    long reaching = reaches.stream().filter(reached -> reached).count();
    assertThat(simulated.steps()).hasSize((int) reaching * (repeat + 1));
    assertThat(simulated.steps().stream().map(step -> step.repeat() * 10 + step.tierIndex()))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(simulated.steps().stream().map(SimulatedStep::at)).isSorted();
  }

  private static SimulationView simulate(int repeat, PolicyTier... tiers) {
    EscalationPlan plan = new EscalationPlan(List.of(tiers), repeat, EscalationPlanTest::find);
    return Simulation.of(POLICY, plan, T0);
  }

  private static Targets find(PolicyTier tier, Instant at) {
    List<Person> people =
        tier.userNames().stream().map(name -> new Person(name, new UUID(0, 1))).toList();
    return new Targets(people, List.of(), "test");
  }

  private static PolicyTier tier(int timeout, String... names) {
    return new PolicyTier(Ids.next(), TargetType.USERS, null, List.of(names), List.of(), timeout);
  }

  private static String text(SimulatedStep step) {
    return step.tierIndex()
        + "/"
        + step.repeat()
        + " "
        + step.targets().get(0).name()
        + " +"
        + (step.at().getEpochSecond() - T0.getEpochSecond());
  }
}
