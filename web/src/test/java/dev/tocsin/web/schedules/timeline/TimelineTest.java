package dev.tocsin.web.schedules.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.schedules.LayerTimelines;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.UnavailabilityView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final UUID SCHEDULE = new UUID(0, 1);
  private static final UUID LAYER = new UUID(0, 2);
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Span SPAN =
      Span.around(Range.TWO_WEEKS, LocalDate.of(2026, 11, 21), ZoneId.of("Europe/Berlin"));

  private final Person anna = new Person("Anna", null);
  private final Person ben = new Person("Ben", null);
  private final OnCallSegment annas = segment("2026-11-09T08:00:00Z", "2026-11-20T08:00:00Z", anna);
  private final OnCallSegment nobodys = segment("2026-11-20T08:00:00Z", "2026-11-22T08:00:00Z");
  private final OnCallSegment bens = segment("2026-11-22T08:00:00Z", "2027-01-01T00:00:00Z", ben);

  private static OnCallSegment segment(String start, String end, Person... people) {
    return segment(start, end, false, people);
  }

  private static OnCallSegment segment(
      String start, String end, boolean override, Person... people) {
    return new OnCallSegment(
        Instant.parse(start),
        Instant.parse(end),
        people.length == 0 ? "" : people[0].name(),
        List.of(people),
        override,
        people.length == 0 || override ? null : LAYER,
        "because");
  }

  private Timeline drawn(List<OnCallSegment> effective, List<UnavailabilityView> leave) {
    LayerView layer =
        new LayerView(
            LAYER,
            SCHEDULE,
            "Weekly",
            0,
            RotationType.WEEKLY,
            1,
            "2026-11-02T09:00",
            null,
            List.of(),
            1,
            List.of(ben, anna),
            List.of(),
            1);
    ScheduleView schedule =
        new ScheduleView(
            SCHEDULE,
            "Primary",
            null,
            "Europe/Berlin",
            null,
            null,
            List.of(),
            false,
            null,
            List.of(layer),
            List.of(),
            leave,
            FROM,
            1);
    LayerTimelines told =
        new LayerTimelines(
            SCHEDULE, FROM, TO, Map.of(LAYER, List.of(annas, nobodys, bens)), effective);
    return Timeline.of(
        SPAN, schedule, told, Map.of(LocalDate.of(2026, 11, 18), "Penance Day (DE)"), NOW);
  }

  @Test
  void timeWithNobodyIsAGapInTheFinalLaneButNotInALayer() {
    Timeline timeline = drawn(List.of(annas, nobodys, bens), List.of());
    assertThat(timeline.lanes())
        .extracting(Lane::kind)
        .containsExactly(LaneKind.FINAL, LaneKind.LAYER);
    assertThat(timeline.shifts()).extracting(Bar::kind).containsExactly("shift", "gap", "shift");
    assertThat(timeline.lanes().get(1).bars()).extracting(Bar::who).containsExactly("Anna", "Ben");
    assertThat(timeline.now()).isBetween(35.0, 45.0);
    assertThat(timeline.hasGapAhead()).isTrue();
  }

  @Test
  void aHolidayIsToldAtItsDay() {
    Timeline timeline = drawn(List.of(annas, nobodys, bens), List.of());
    assertThat(timeline.holidays())
        .containsExactly(timeline.ticks().get(2))
        .extracting(Tick::text, Tick::holiday)
        .containsExactly(tuple("18", "Penance Day (DE)"));
  }

  @Test
  void aBarIsCutAtTheEdgeButTellsWhereItReallyBegins() {
    Bar first = drawn(List.of(annas, nobodys, bens), List.of()).shifts().get(0);
    assertThat(first.left()).isZero();
    assertThat(first.width()).isCloseTo(100 * (4 * 24 + 9) / (14 * 24.0), within(0.001));
    assertThat(first.start()).isEqualTo("2026-11-09T08:00:00Z");
    assertThat(first.when()).isEqualTo("Mon 9 Nov 09:00 – Fri 20 Nov 09:00");
  }

  @Test
  void whatEndsBeyondWhatWasAskedForSaysSo() {
    Bar last = drawn(List.of(annas, nobodys, bens), List.of()).shifts().get(2);
    assertThat(last.left() + last.width()).isCloseTo(100, within(0.001));
    assertThat(last.when()).isEqualTo("Sun 22 Nov 09:00 – …");
  }

  @Test
  void anOverrideHasALaneOfItsOwnAndThePersonOneColourInAll() {
    OnCallSegment cover = segment("2026-11-20T08:00:00Z", "2026-11-22T08:00:00Z", true, ben);
    Timeline timeline = drawn(List.of(annas, cover, bens), List.of());
    assertThat(timeline.hasGapAhead()).isFalse();
    assertThat(timeline.lanes())
        .extracting(Lane::kind)
        .containsExactly(LaneKind.FINAL, LaneKind.OVERRIDES, LaneKind.LAYER);
    assertThat(timeline.lanes())
        .flatExtracting(Lane::bars)
        .filteredOn(bar -> bar.who().equals("Ben"))
        .extracting(Bar::hue)
        .containsOnly(0);
  }

  @Test
  void absencesThatOverlapAreDrawnWithoutOverlap() {
    Timeline timeline =
        drawn(
            List.of(annas, nobodys, bens),
            List.of(
                away("Anna", "2026-11-17", "2026-11-19"), away("Ben", "2026-11-19", "2026-11-19")));
    Lane leave = timeline.lanes().get(1);
    assertThat(leave.kind()).isEqualTo(LaneKind.LEAVE);
    assertThat(leave.bars()).extracting(Bar::who).containsExactly("Anna", "Anna, Ben");
    assertThat(leave.bars().get(0).when()).isEqualTo("Tue 17 Nov 00:00 – Thu 19 Nov 00:00");
  }

  private static UnavailabilityView away(String name, String first, String last) {
    return new UnavailabilityView(
        UUID.randomUUID(),
        SCHEDULE,
        name,
        null,
        LocalDate.parse(first),
        LocalDate.parse(last),
        null,
        FROM,
        List.of());
  }
}
