package dev.tocsin.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ticketing.ConditionCheck;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.RoutingConditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class RoutingRulesPropertiesTest {

  private static final List<UUID> IDS =
      List.of(new UUID(0, 1), new UUID(0, 2), new UUID(-1, -1), new UUID(7, 0));
  private static final List<String> WORDS = List.of("fire", "mail", "vip");

  private static <T> Arbitrary<@Nullable List<T>> some(List<T> of) {
    return Arbitraries.of(of).list().ofMaxSize(2).injectNull(0.3);
  }

  @Provide
  Arbitrary<RoutingConditions> conditions() {
    return Combinators.combine(
            some(List.of(Priority.values())),
            some(WORDS),
            some(IDS),
            some(WORDS),
            some(List.of("example.com", "example.org")),
            Arbitraries.of(IDS).injectNull(0.5))
        .as(RoutingConditions::new);
  }

  @Provide
  Arbitrary<RoutingFacts> facts() {
    return Combinators.combine(
            Arbitraries.of(Priority.class),
            Arbitraries.of(WORDS).list().uniqueElements(),
            Arbitraries.of(IDS),
            Arbitraries.of(WORDS).list().map(words -> String.join(" ", words)),
            Arbitraries.of("ann@example.com", "bob@EXAMPLE.org").injectNull(0.3))
        .as(RoutingFacts::new);
  }

  /** A rule matches when each condition it has would match alone. */
  @Property
  void conditionsAreAnAndOfOrs(
      @ForAll("conditions") RoutingConditions rule,
      @ForAll("facts") RoutingFacts facts,
      @ForAll boolean open) {
    boolean expected =
        isOr(rule.priority(), facts.priority()::equals)
            && isOr(rule.tag(), facts.tags()::contains)
            && isOr(rule.customerId(), facts.customerId()::equals)
            && isOr(rule.words(), word -> List.of(facts.text().split(" ")).contains(word))
            && isOr(
                rule.requesterDomain(),
                domain ->
                    domain.equalsIgnoreCase(
                        String.valueOf(facts.requesterEmail()).replaceAll(".*@", "")))
            && (rule.calendarId() == null || open);
    assertThat(RuleMatcher.matches(rule, facts, calendar -> open)).isEqualTo(expected);
  }

  private static <T> boolean isOr(@Nullable List<T> wanted, java.util.function.Predicate<T> test) {
    return wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(test);
  }

  @Property
  void everyConditionGivenIsExplainedOnce(
      @ForAll("conditions") RoutingConditions rule, @ForAll("facts") RoutingFacts facts) {
    List<ConditionCheck> checks = RuleMatcher.judge(rule, facts, calendar -> true).toList();
    long given =
        java.util.stream.Stream.of(
                rule.priority(),
                rule.tag(),
                rule.customerId(),
                rule.words(),
                rule.requesterDomain())
            .filter(values -> values != null && !values.isEmpty())
            .count();
    assertThat(checks).hasSize((int) given + (rule.calendarId() == null ? 0 : 1));
    assertThat(checks).extracting(ConditionCheck::condition).doesNotHaveDuplicates();
    assertThat(checks).extracting(ConditionCheck::why).doesNotContain("");
  }

  @Provide
  Arbitrary<Set<UUID>> people() {
    return Arbitraries.create(UUID::randomUUID).set().ofMinSize(1).ofMaxSize(6);
  }

  /** Whatever people come and go, nobody has a second turn before all who stayed had theirs. */
  @Property
  void turnsGoRoundThoseWhoAreThere(
      @ForAll("people") Set<UUID> people, @ForAll @IntRange(min = 1, max = 30) int tickets) {
    Map<UUID, Integer> turns = new HashMap<>();
    UUID last = null;
    for (int i = 0; i < tickets; i++) {
      last = Turns.after(last, people).get(0);
      turns.merge(last, 1, Integer::sum);
    }
    int fewest = tickets / people.size();
    assertThat(turns.values()).allMatch(count -> count == fewest || count == fewest + 1);
  }

  @Property
  void whoIsAwayForAWhileKeepsTheirPlace(
      @ForAll("people") Set<UUID> people, @ForAll @Size(max = 20) List<Boolean> firstIsAway) {
    UUID often = people.iterator().next();
    Set<UUID> others = new HashSet<>(people);
    others.remove(often);
    List<UUID> given = new ArrayList<>();
    UUID last = null;
    for (boolean away : firstIsAway) {
      List<UUID> inTurn = Turns.after(last, away ? others : people);
      if (!inTurn.isEmpty()) {
        last = inTurn.get(0);
        given.add(last);
      }
    }
    given.removeIf(often::equals);
    for (int i = others.size(); i < given.size(); i++) {
      assertThat(given.get(i)).as("the others go round").isEqualTo(given.get(i - others.size()));
    }
  }

  @Property
  void theLeastLoadedHasTheLeast(
      @ForAll("people") Set<UUID> people,
      @ForAll @Size(6) List<@IntRange(min = 0, max = 3) Integer> loads) {
    List<UUID> inTurn = Turns.after(null, people);
    Map<UUID, Long> load = new HashMap<>();
    for (int i = 0; i < inTurn.size(); i++) {
      load.put(inTurn.get(i), (long) loads.get(i));
    }
    UUID chosen = Turns.leastLoaded(inTurn, load);
    long least = load.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    List<UUID> equals = new ArrayList<>(inTurn);
    equals.removeIf(person -> !Objects.equals(load.get(person), least));
    assertThat(chosen).isEqualTo(equals.get(0));
  }
}
