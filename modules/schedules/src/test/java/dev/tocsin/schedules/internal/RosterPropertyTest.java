package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RosterPropertyTest {

  private static final List<String> ZONES =
      List.of(
          "Africa/Cairo",
          "Africa/Casablanca",
          "Africa/Johannesburg",
          "America/Anchorage",
          "America/Argentina/Buenos_Aires",
          "America/Chicago",
          "America/Havana",
          "America/Mexico_City",
          "America/New_York",
          "America/Santiago",
          "America/Sao_Paulo",
          "America/St_Johns",
          "Antarctica/Troll",
          "Asia/Amman",
          "Asia/Gaza",
          "Asia/Kathmandu",
          "Asia/Pyongyang",
          "Asia/Tehran",
          "Asia/Tokyo",
          "Atlantic/Azores",
          "Australia/Lord_Howe",
          "Australia/Sydney",
          "Europe/Berlin",
          "Europe/Istanbul",
          "Europe/London",
          "Europe/Volgograd",
          "Pacific/Apia",
          "Pacific/Chatham",
          "Pacific/Norfolk",
          "UTC");

  @Property(tries = 40)
  @Tag("regen-36")
  @Tag("regen-37")
  void theTimelineIsWhatAnOracleSaysEvery30Seconds(@ForAll long seed) {
    Random random = new Random(seed);
    RandomSchedule schedule = RandomSchedule.of(random);
    Instant from = schedule.someInstant(random);
    Instant to = from.plus(Duration.ofDays(2));
    Oracle oracle = new Oracle(schedule, from, to);
    for (Stretch stretch : schedule.roster().timeline(from, to)) {
      String on = said(stretch.duty());
      for (Instant t = stretch.start(); t.isBefore(stretch.end()); t = t.plusSeconds(30)) {
        assertThat(oracle.at(t)).as("at %s", t).isEqualTo(on);
      }
      assertThat(oracle.at(stretch.end().minusNanos(1))).isEqualTo(on);
    }
  }

  @Property(tries = 300)
  void theTimelineTilesItsWindowIsMergedAndAgreesWithTheAnswerAtEveryInstant(@ForAll long seed) {
    Random random = new Random(seed);
    RandomSchedule schedule = RandomSchedule.of(random);
    Roster roster = schedule.roster();
    Instant from = schedule.someInstant(random);
    Instant to = from.plusSeconds(1 + random.nextInt(21 * 86400));
    Instant at = from;
    Duty before = null;
    for (Stretch stretch : roster.timeline(from, to)) {
      assertThat(stretch.start()).isEqualTo(at);
      assertThat(stretch.end()).isAfter(stretch.start());
      assertThat(before != null && before.looksLike(stretch.duty())).isFalse();
      for (Instant t = at; t.isBefore(stretch.end()); t = t.plusSeconds(1801)) {
        assertThat(said(roster.at(t))).as("at %s", t).isEqualTo(said(stretch.duty()));
      }
      assertThat(said(roster.at(stretch.end().minusNanos(1)))).isEqualTo(said(stretch.duty()));
      at = stretch.end();
      before = stretch.duty();
    }
    assertThat(at).isEqualTo(to);
  }

  @Property(tries = 300)
  @Tag("regen-35")
  void overAFullCycleSharesDifferByAtMostOneShift(
      @ForAll("steps") RotationType type,
      @ForAll @IntRange(min = 1, max = 4) int length,
      @ForAll @IntRange(min = 1, max = 9) int people,
      @ForAll @IntRange(min = 1, max = 3) int concurrent,
      @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long offset) {
    Duration period =
        type == RotationType.CUSTOM
            ? Duration.ofSeconds(1000L * length)
            : Handoffs.shortestPeriod(type, length);
    ZoneId zone = ZoneId.of("UTC");
    List<Person> participants =
        IntStream.range(0, people).mapToObj(i -> new Person("p" + i, null)).toList();
    Rotation rotation =
        new Rotation(
            type,
            type == RotationType.CUSTOM ? 1 : length,
            RotationStart.at(LocalDateTime.of(2024, 1, 1, 9, 0)),
            zone,
            type == RotationType.CUSTOM ? period : null,
            Set.of(),
            Weekdays.PLAIN);
    RosterLayer layer =
        new RosterLayer(
            UUID.randomUUID(), "l", rotation, concurrent, participants, List.of(), zone);
    Instant from = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(offset);
    Map<String, Duration> shares = new HashMap<>();
    for (Stretch stretch : layer.stretches(from, from.plus(period.multipliedBy(people)))) {
      for (Person person : stretch.duty().people()) {
        shares.merge(
            person.name(), Duration.between(stretch.start(), stretch.end()), Duration::plus);
      }
    }
    assertThat(shares).hasSize(people);
    List<Duration> sorted = shares.values().stream().sorted().toList();
    assertThat(sorted.get(people - 1).minus(sorted.get(0))).isLessThanOrEqualTo(period);
  }

  @Property(tries = 4)
  @Tag("regen-38")
  void aDailyHandoffKeepsItsLocalTimeIn30ZonesOver20YearsExceptInsideAGap(
      @ForAll @IntRange(max = 23) int hour, @ForAll @IntRange(max = 59) int minute) {
    LocalDateTime anchor = LocalDateTime.of(2006, 1, 1, hour, minute);
    assertThat(ZONES.stream().collect(Collectors.toSet())).hasSize(30);
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      Rotation rotation =
          new Rotation(
              RotationType.DAILY,
              1,
              RotationStart.at(anchor),
              zone,
              null,
              Set.of(),
              Weekdays.PLAIN);
      for (int n = 0; n < 366 * 20; n++) {
        LocalDateTime expected = anchor.plusDays(n);
        LocalTime actual = rotation.handoff(n).atZone(zone).toLocalTime();
        if (!actual.equals(expected.toLocalTime())) {
          assertThat(zone.getRules().getValidOffsets(expected)).as("%s in %s", n, name).isEmpty();
        }
      }
    }
  }

  @Provide
  Arbitrary<RotationType> steps() {
    return Arbitraries.of(
        RotationType.HOURLY, RotationType.DAILY, RotationType.WEEKLY, RotationType.CUSTOM);
  }

  private static String said(Duty duty) {
    String names = duty.people().stream().map(Person::name).collect(Collectors.joining("+"));
    return (duty.isOverride() ? "!" : "") + names;
  }
}
