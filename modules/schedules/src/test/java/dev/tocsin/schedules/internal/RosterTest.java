package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  @Tag("regen-35")
  void aWeeklyRotationTakesTurnsAndNobodyIsOnBeforeAnInstantStart() {
    Roster roster = roster("2024-01-01T00:00:00Z", List.of(), List.of());
    assertThat(at(roster, "2024-01-10T12:00:00Z")).isEqualTo("bob");
    assertThat(at(roster, "2024-01-22T00:00:00Z")).isEqualTo("alice");
    assertThat(at(roster, "2023-12-31T00:00:00Z")).isEmpty();
  }

  @Test
  @Tag("regen-36")
  void anOverrideStandsAboveTheLayersUntilItEnds() {
    Cover dave = cover("dave", "2024-01-10T10:00:00Z", "2024-01-10T14:00:00Z");
    Roster roster = roster("2024-01-01T00:00:00Z", List.of(), List.of(dave));
    assertThat(at(roster, "2024-01-10T12:00:00Z")).isEqualTo("dave");
    assertThat(roster.at(Instant.parse("2024-01-10T12:00:00Z")).isOverride()).isTrue();
    assertThat(at(roster, "2024-01-10T14:00:00Z")).isEqualTo("bob");
  }

  @Test
  @Tag("regen-36")
  void ofOverlappingOverridesTheLaterCreatedWinsNowAndInTheTimeline() {
    Cover dave = cover("dave", "2024-01-10T10:00:00Z", "2024-01-10T14:00:00Z");
    Cover erin = cover("erin", "2024-01-10T09:00:00Z", "2024-01-10T11:00:00Z");
    Roster roster = roster("2024-01-01T00:00:00Z", List.of(), List.of(dave, erin));
    assertThat(at(roster, "2024-01-10T10:30:00Z")).isEqualTo("erin");
    assertThat(
            roster.timeline(
                Instant.parse("2024-01-10T08:00:00Z"), Instant.parse("2024-01-10T15:00:00Z")))
        .extracting(stretch -> stretch.duty().firstName() + " " + stretch.start())
        .containsExactly(
            "bob 2024-01-10T08:00:00Z",
            "erin 2024-01-10T09:00:00Z",
            "dave 2024-01-10T11:00:00Z",
            "bob 2024-01-10T14:00:00Z");
  }

  @Test
  @Tag("regen-37")
  void whoIsOnLeaveIsWalkedPastAndTheTurnsOfOthersDoNotMove() {
    Leave bob = leave("BOB", "2024-01-10", "2024-01-10");
    Roster roster = roster("2024-01-01T00:00:00Z", List.of(bob), List.of());
    assertThat(at(roster, "2024-01-09T23:59:59Z")).isEqualTo("bob");
    assertThat(at(roster, "2024-01-10T00:00:00Z")).isEqualTo("carol");
    assertThat(at(roster, "2024-01-10T23:59:59Z")).isEqualTo("carol");
    assertThat(at(roster, "2024-01-11T00:00:00Z")).isEqualTo("bob");
    assertThat(at(roster, "2024-01-22T00:00:00Z")).isEqualTo("alice");
  }

  @Test
  @Tag("regen-37")
  void aLayerWithEverybodyOnLeaveFallsThroughToTheNext() {
    List<Leave> leaves =
        List.of(
            leave("alice", "2024-01-10", "2024-01-10"),
            leave("bob", "2024-01-10", "2024-01-10"),
            leave("carol", "2024-01-10", "2024-01-10"));
    RosterLayer first = weekly("2024-01-01T00:00:00Z", leaves, UTC, "alice", "bob", "carol");
    RosterLayer second = weekly("2024-01-01T00:00:00Z", leaves, UTC, "frank");
    Instant t = Instant.parse("2024-01-10T12:00:00Z");
    assertThat(new Roster(List.of(first, second), List.of()).at(t).firstName()).isEqualTo("frank");
    assertThat(new Roster(List.of(first), List.of()).at(t).isNobody()).isTrue();
  }

  @Test
  @Tag("regen-39")
  void leaveIsCountedInTheLocalDaysOfTheZone() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Leave bob = leave("bob", "2024-01-01", "2024-01-01");
    RosterLayer layer = weekly("2023-12-25T00:00", List.of(bob), newYork, "alice", "bob", "carol");
    Roster roster = new Roster(List.of(layer), List.of());
    assertThat(at(roster, "2024-01-02T02:00:00Z")).isEqualTo("carol");
    assertThat(at(roster, "2024-01-02T05:00:00Z")).isEqualTo("bob");
  }

  @Test
  void severalAreOnAtOnceAndNobodyTwice() {
    RosterLayer layer =
        new RosterLayer(
            null,
            "pairs",
            rotation(RotationType.WEEKLY, "2024-01-01T00:00", UTC),
            2,
            people("alice", "Alice", "bob"),
            List.of(),
            UTC);
    Duty duty = new Roster(List.of(layer), List.of()).at(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(duty.people()).extracting(Person::name).containsExactly("alice", "bob");
  }

  @Test
  void whoeverFollowsThemselvesIsOnWithoutABreakHoweverTheNameIsWritten() {
    RosterLayer layer = weekly("2024-01-01T00:00", List.of(), UTC, "alice", "ALICE");
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(new Roster(List.of(layer), List.of()).timeline(from, from.plusSeconds(2_000_000)))
        .hasSize(1);
  }

  @Test
  void anEmptyLayerAndAnEmptyScheduleHaveNobodyOn() {
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    RosterLayer empty = weekly("2024-01-01T00:00", List.of(), UTC);
    assertThat(new Roster(List.of(empty), List.of()).at(from).isNobody()).isTrue();
    List<Stretch> timeline = new Roster(List.of(), List.of()).timeline(from, from.plusSeconds(1));
    assertThat(timeline).containsExactly(new Stretch(from, from.plusSeconds(1), Duty.NOBODY));
  }

  @Test
  void layerTimelinesShowEachLayerAlone() {
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    RosterLayer layer = weekly("2024-01-01T00:00", List.of(), UTC, "alice");
    Cover dave = cover("dave", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z");
    Roster roster = new Roster(List.of(layer), List.of(dave));
    assertThat(roster.layerTimelines(from, from.plusSeconds(60)).get(layer.id()))
        .extracting(stretch -> stretch.duty().firstName())
        .containsExactly("alice");
  }

  private static String at(Roster roster, String instant) {
    return roster.at(Instant.parse(instant)).firstName();
  }

  private static Roster roster(String start, List<Leave> leaves, List<Cover> covers) {
    return new Roster(List.of(weekly(start, leaves, UTC, "alice", "bob", "carol")), covers);
  }

  private static RosterLayer weekly(
      String start, List<Leave> leaves, ZoneId zone, String... names) {
    Rotation rotation = rotation(RotationType.WEEKLY, start, zone);
    return new RosterLayer(null, "primary", rotation, 1, people(names), leaves, zone);
  }

  private static Rotation rotation(RotationType type, String start, ZoneId zone) {
    return new Rotation(
        type, 1, RotationStart.parse(start).orElseThrow(), zone, null, Set.of(), Weekdays.PLAIN);
  }

  private static List<Person> people(String... names) {
    return List.of(names).stream().map(name -> new Person(name, null)).toList();
  }

  private static Leave leave(String name, String first, String last) {
    return new Leave(new Person(name, null), LocalDate.parse(first), LocalDate.parse(last));
  }

  private static Cover cover(String name, String start, String end) {
    return new Cover(new Person(name, null), Instant.parse(start), Instant.parse(end), null);
  }
}
