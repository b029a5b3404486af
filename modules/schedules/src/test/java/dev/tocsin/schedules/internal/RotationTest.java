package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.schedules.RotationType;
import dev.tocsin.schedules.internal.Rotation.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "DAILY, 1, , false",
    "DAILY, 1, PT8H, false",
    "WEEKLY, 1, PT24H, false",
    "WEEKLY, 1, PT25H, true",
    "WEEKLY, 1, , true",
    "MONTHLY, 1, , true",
    "CUSTOM, 1, PT24H, false",
    "CUSTOM, 1, PT48H, true"
  })
  void aHolidayKeptAsASundayStopsShiftsOfADayAndLetsLongerOnesStart(
      RotationType type, int length, @Nullable Duration shift, boolean worked) {
    LocalDate easterMonday = LocalDate.of(2026, 4, 6);
    Rotation rotation =
        new Rotation(
            type,
            length,
            RotationStart.parse("2026-04-06T09:00").orElseThrow(),
            ZoneOffset.UTC,
            shift,
            Set.of(DayOfWeek.MONDAY),
            Weekdays.with(easterMonday::equals));
    assertThat(rotation.shiftAt(Instant.parse("2026-04-06T12:00:00Z")) != null).isEqualTo(worked);
  }

  @Test
  @Tag("regen-38")
  void aDailyHandoffKeepsItsLocalTimeWhenTheClocksChange() {
    Rotation rotation = rotation(RotationType.DAILY, 1, "2024-03-09T09:00", NEW_YORK);
    assertThat(rotation.handoff(1)).isEqualTo("2024-03-10T13:00:00Z");
    assertThat(rotation.handoff(2)).isEqualTo("2024-03-11T13:00:00Z");
    assertThat(rotation.numberAt(Instant.parse("2024-03-11T12:59:59Z"))).isEqualTo(1);
    assertThat(rotation.numberAt(Instant.parse("2024-03-11T13:00:00Z"))).isEqualTo(2);
  }

  @Test
  void aHandoffInsideAGapMovesForwardByTheGapsLength() {
    Rotation rotation = rotation(RotationType.DAILY, 1, "2024-03-09T02:30", NEW_YORK);
    assertThat(rotation.handoff(1)).isEqualTo("2024-03-10T07:30:00Z");
    assertThat(rotation.handoff(2)).isEqualTo("2024-03-11T06:30:00Z");
  }

  @Test
  void anAmbiguousHandoffIsTheFirstOccurrence() {
    Rotation rotation = rotation(RotationType.DAILY, 1, "2024-11-01T01:30", NEW_YORK);
    assertThat(rotation.handoff(2)).isEqualTo("2024-11-03T05:30:00Z");
    assertThat(rotation.numberAt(Instant.parse("2024-11-03T06:30:00Z"))).isEqualTo(2);
  }

  @Test
  void hourlyHandoffsThatFallOnOneInstantLeaveNoEmptyShift() {
    Rotation rotation = rotation(RotationType.HOURLY, 1, "2024-03-10T00:30", NEW_YORK);
    assertThat(rotation.handoff(2)).isEqualTo(rotation.handoff(3));
    List<Shift> shifts =
        rotation.shifts(
            Instant.parse("2024-03-10T05:30:00Z"), Instant.parse("2024-03-10T09:30:00Z"));
    assertThat(shifts).extracting(Shift::number).containsExactly(0L, 1L, 3L, 4L);
  }

  @Test
  void monthEndsClampFromTheAnchorAndNotFromEachOther() {
    Rotation rotation = rotation(RotationType.MONTHLY, 1, "2024-01-31T09:00", UTC);
    assertThat(rotation.handoff(1)).isEqualTo("2024-02-29T09:00:00Z");
    assertThat(rotation.handoff(2)).isEqualTo("2024-03-31T09:00:00Z");
    assertThat(rotation.handoff(-2)).isEqualTo("2023-11-30T09:00:00Z");
    assertThat(rotation.numberAt(Instant.parse("2024-02-29T08:59:59Z"))).isZero();
    assertThat(rotation.numberAt(Instant.parse("2024-02-29T09:00:00Z"))).isEqualTo(1);
  }

  @Test
  void customStepsInElapsedSecondsAcrossAClockChange() {
    Rotation rotation =
        new Rotation(
            RotationType.CUSTOM,
            1,
            local("2024-03-09T09:00"),
            NEW_YORK,
            Duration.ofDays(1),
            Set.of(),
            Weekdays.PLAIN);
    assertThat(rotation.handoff(2)).isEqualTo("2024-03-11T14:00:00Z");
    assertThat(rotation.numberAt(Instant.parse("2024-03-11T13:59:59Z"))).isEqualTo(1);
  }

  @Test
  void aLocalStartExtendsBackwardsAndAnInstantDoesNot() {
    Instant before = Instant.parse("2023-12-31T00:00:00Z");
    Rotation local = rotation(RotationType.WEEKLY, 1, "2024-01-01T00:00", UTC);
    assertThat(local.shiftAt(before)).isNotNull();
    assertThat(local.numberAt(before)).isEqualTo(-1);
    Rotation instant = rotation(RotationType.WEEKLY, 1, "2024-01-01T00:00:00Z", UTC);
    assertThat(instant.shiftAt(before)).isNull();
    assertThat(instant.shifts(before, Instant.parse("2024-01-02T00:00:00Z")))
        .containsExactly(
            new Shift(
                0, Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-02T00:00:00Z")));
  }

  @Test
  void anInstantInTheSecondPassOfAnAmbiguousHourIsWhenTheRotationStarts() {
    Rotation rotation = rotation(RotationType.DAILY, 1, "2024-11-03T01:30:00-05:00", NEW_YORK);
    assertThat(rotation.handoff(0)).isEqualTo("2024-11-03T06:30:00Z");
    assertThat(rotation.shiftAt(Instant.parse("2024-11-03T06:29:59Z"))).isNull();
    assertThat(rotation.handoff(1)).isEqualTo("2024-11-04T06:30:00Z");
  }

  @Test
  void aShiftShorterThanItsPeriodLeavesTheRestToOthers() {
    Rotation rotation =
        new Rotation(
            RotationType.DAILY,
            1,
            local("2024-01-01T09:00"),
            UTC,
            Duration.ofHours(8),
            Set.of(),
            Weekdays.PLAIN);
    assertThat(rotation.shiftAt(Instant.parse("2024-01-05T16:59:59Z"))).isNotNull();
    assertThat(rotation.shiftAt(Instant.parse("2024-01-05T17:00:00Z"))).isNull();
  }

  @Test
  void aShiftAsLongAsItsPeriodLeavesNoHoleOnADayOf25Hours() {
    Rotation rotation =
        new Rotation(
            RotationType.DAILY,
            1,
            local("2024-11-01T09:00"),
            NEW_YORK,
            Duration.ofDays(1),
            Set.of(),
            Weekdays.PLAIN);
    assertThat(rotation.shiftAt(Instant.parse("2024-11-03T13:30:00Z"))).isNotNull();
  }

  @Test
  void shiftsStartOnlyOnTheGivenWeekdays() {
    Rotation rotation =
        new Rotation(
            RotationType.DAILY,
            1,
            local("2024-01-01T09:00"),
            UTC,
            null,
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Weekdays.PLAIN);
    assertThat(
            rotation.shifts(
                Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-08T00:00:00Z")))
        .extracting(Shift::number)
        .containsExactly(0L, 4L);
  }

  @Test
  void aZoneThatSkippedADayHasOneShiftFewer() {
    Rotation rotation =
        rotation(RotationType.DAILY, 1, "2011-12-28T09:00", ZoneId.of("Pacific/Apia"));
    // 30 December 2011 did not exist there; its handoff falls on the one of the 31st
    assertThat(rotation.handoff(2)).isEqualTo(rotation.handoff(3));
    assertThat(rotation.numberAt(rotation.handoff(2))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "HOURLY,3,PT3H",
    "DAILY,2,PT48H",
    "WEEKLY,1,PT168H",
    "MONTHLY,1,PT672H",
    "MONTHLY,2,PT1416H"
  })
  void knowsTheShortestPeriod(RotationType type, int length, Duration shortest) {
    assertThat(Handoffs.shortestPeriod(type, length)).isEqualTo(shortest);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesALengthOfNothing(int length) {
    assertThatThrownBy(() -> rotation(RotationType.DAILY, length, "2024-01-01T00:00", UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(RotationType.class)
  void theShiftStartsAtItsHandoff(RotationType type) {
    Rotation rotation =
        new Rotation(
            type,
            1,
            local("2024-05-05T09:00"),
            NEW_YORK,
            type == RotationType.CUSTOM ? Duration.ofHours(5) : null,
            Set.of(),
            Weekdays.PLAIN);
    for (long n = -50; n < 50; n++) {
      assertThat(rotation.numberAt(rotation.handoff(n))).isGreaterThanOrEqualTo(n);
    }
  }

  @Property(tries = 2000)
  void theNumberIsTheGreatestWhoseHandoffIsNotLater(
      @ForAll("zones") ZoneId zone,
      @ForAll("wallClockTypes") RotationType type,
      @ForAll @IntRange(min = 1, max = 5) int length,
      @ForAll @LongRange(min = 0, max = 400L * 24 * 60) long anchorMinutes,
      @ForAll @LongRange(min = 0, max = 400L * 24 * 60) long minutes,
      @ForAll boolean nearTransition) {
    LocalDateTime anchor = LocalDateTime.of(2011, 6, 1, 0, 0).plusMinutes(anchorMinutes);
    Instant t = Instant.parse("2011-06-01T00:00:00Z").plusSeconds(minutes * 60);
    var transition = zone.getRules().nextTransition(t);
    if (nearTransition && transition != null) {
      t = transition.getInstant().plusSeconds((minutes % (26 * 60) - 30) * 60);
    }
    Rotation rotation =
        new Rotation(type, length, RotationStart.at(anchor), zone, null, Set.of(), Weekdays.PLAIN);
    long number = rotation.numberAt(t);
    assertThat(rotation.handoff(number)).isBeforeOrEqualTo(t);
    for (long later = number + 1; later <= number + 60; later++) {
      assertThat(rotation.handoff(later)).isAfter(t);
    }
  }

  @Property(tries = 300)
  void shiftsTileTheWindow(
      @ForAll("zones") ZoneId zone,
      @ForAll("wallClockTypes") RotationType type,
      @ForAll @IntRange(min = 1, max = 3) int length,
      @ForAll @LongRange(min = 0, max = 400L * 24 * 60) long minutes) {
    Instant from = Instant.parse("2011-06-01T00:00:00Z").plusSeconds(minutes * 60);
    Instant to = from.plus(Duration.ofDays(40));
    Rotation rotation = rotation(type, length, "2011-11-11T02:30", zone);
    Instant at = from;
    long number = Long.MIN_VALUE;
    for (Shift shift : rotation.shifts(from, to)) {
      assertThat(shift.start()).isEqualTo(at);
      assertThat(shift.end()).isAfter(shift.start());
      assertThat(shift.number()).isGreaterThan(number);
      assertThat(rotation.numberAt(shift.start())).isEqualTo(shift.number());
      assertThat(rotation.numberAt(shift.end().minusNanos(1))).isEqualTo(shift.number());
      at = shift.end();
      number = shift.number();
    }
    assertThat(at).isEqualTo(to);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "America/New_York",
            "Europe/London",
            "Europe/Berlin",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Australia/Sydney",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "Africa/Casablanca",
            "Africa/Cairo",
            "America/Santiago",
            "America/St_Johns",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Europe/Istanbul",
            "Atlantic/Azores",
            "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<RotationType> wallClockTypes() {
    return Arbitraries.of(
        RotationType.HOURLY, RotationType.DAILY, RotationType.WEEKLY, RotationType.MONTHLY);
  }

  private static Rotation rotation(RotationType type, int length, String start, ZoneId zone) {
    @Nullable Duration shiftDuration = null;
    return new Rotation(
        type,
        length,
        RotationStart.parse(start).orElseThrow(),
        zone,
        shiftDuration,
        Set.of(),
        Weekdays.PLAIN);
  }

  private static RotationStart local(String text) {
    return RotationStart.at(LocalDateTime.parse(text));
  }

  @Test
  void aStartWithAnOffsetIsAnInstantAndOneWithoutIsLocal() {
    assertThat(RotationStart.parse("2024-01-01T09:00:00+01:00"))
        .contains(RotationStart.at(ZonedDateTime.parse("2024-01-01T08:00:00Z").toInstant()));
    assertThat(RotationStart.parse("2024-01-01T09:00:00")).contains(local("2024-01-01T09:00"));
    assertThat(RotationStart.parse("2024-01-01")).isEmpty();
    assertThat(RotationStart.parse("soon")).isEmpty();
  }
}
