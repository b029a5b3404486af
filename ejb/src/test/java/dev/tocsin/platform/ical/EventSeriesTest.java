package dev.tocsin.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From October 2026, in whose last week Berlin puts its clocks back, for a year. */
class EventSeriesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-10-01T00:00:00Z");

  /** As Outlook writes it, under a name that is its own. */
  private static final String OUTLOOK =
      """
      BEGIN:VTIMEZONE
      TZID:W. Europe Standard Time
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private static List<String> times(String... events) throws UnreadableCalendar {
    List<EventSeries> series = EventSeries.of(calendar(events), BERLIN);
    assertThat(series).hasSize(1);
    return series.get(0).occurrences(FROM, TO).stream()
        .map(found -> found.start() + " " + found.end())
        .toList();
  }

  private static Component calendar(String... events) throws UnreadableCalendar {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\n").append(OUTLOOK);
    for (String event : events) {
      text.append("BEGIN:VEVENT\nUID:1\n").append(event.replace(' ', '\n'));
      text.append("\nEND:VEVENT\n");
    }
    return CalendarText.read(text.append("END:VCALENDAR\n").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART:20261024T090000Z DTEND:20261024T100000Z, 2026-10-24T09:00:00Z 2026-10-24T10:00:00Z",
    "DTSTART:20261024T090000 DTEND:20261024T100000, 2026-10-24T07:00:00Z 2026-10-24T08:00:00Z",
    "DTSTART;TZID=America/New_York:20261024T090000 DURATION:PT90M,"
        + " 2026-10-24T13:00:00Z 2026-10-24T14:30:00Z",
    "DTSTART;TZID=/example.org/1/Asia/Tokyo:20261024T090000 DURATION:PT1H,"
        + " 2026-10-24T00:00:00Z 2026-10-24T01:00:00Z",
    "DTSTART;VALUE=DATE:20261025, 2026-10-24T22:00:00Z 2026-10-25T23:00:00Z",
    "DTSTART;VALUE=DATE:20261024 DTEND;VALUE=DATE:20261026,"
        + " 2026-10-23T22:00:00Z 2026-10-25T23:00:00Z",
    "DTSTART:20261024T220000 DURATION:P1D, 2026-10-24T20:00:00Z 2026-10-25T21:00:00Z",
    "DTSTART:20261024T220000 DURATION:PT24H, 2026-10-24T20:00:00Z 2026-10-25T20:00:00Z",
    "DTSTART:20261019T220000 DURATION:P1W, 2026-10-19T20:00:00Z 2026-10-26T21:00:00Z",
    "DTSTART:20261024T220000 DTEND;TZID=UTC:20261025T050000,"
        + " 2026-10-24T20:00:00Z 2026-10-25T05:00:00Z"
  })
  void oneEventTakesPlaceWhenItsClocksSay(String event, String expected) throws UnreadableCalendar {
    assertThat(times(event)).containsExactly(expected);
  }

  @Test
  void aNightThatRecursBeginsAndEndsByTheWallClockAlsoWhenItsClocksGoBack()
      throws UnreadableCalendar {
    assertThat(times("DTSTART:20261023T220000 DTEND:20261024T060000 RRULE:FREQ=DAILY;COUNT=4"))
        .containsExactly(
            "2026-10-23T20:00:00Z 2026-10-24T04:00:00Z",
            "2026-10-24T20:00:00Z 2026-10-25T05:00:00Z",
            "2026-10-25T21:00:00Z 2026-10-26T05:00:00Z",
            "2026-10-26T21:00:00Z 2026-10-27T05:00:00Z");
  }

  @Test
  void singleTimesAreLeftOutAddedMovedAndCancelled() throws UnreadableCalendar {
    assertThat(
            times(
                "DTSTART:20261102T090000Z DURATION:PT1H RRULE:FREQ=WEEKLY;UNTIL=20261130T090000Z"
                    + " EXDATE:20261109T090000Z RDATE:20261111T090000Z,20261112T090000Z",
                "RECURRENCE-ID:20261116T090000Z DTSTART:20261117T120000Z DURATION:PT2H",
                "RECURRENCE-ID:20261123T090000Z DTSTART:20261123T090000Z DURATION:PT1H"
                    + " STATUS:CANCELLED"))
        .containsExactly(
            "2026-11-02T09:00:00Z 2026-11-02T10:00:00Z",
            "2026-11-11T09:00:00Z 2026-11-11T10:00:00Z",
            "2026-11-12T09:00:00Z 2026-11-12T10:00:00Z",
            "2026-11-17T12:00:00Z 2026-11-17T14:00:00Z",
            "2026-11-30T09:00:00Z 2026-11-30T10:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY;UNTIL=20261003, 3",
    "FREQ=DAILY;UNTIL=20261003T085959, 2",
    "FREQ=DAILY;UNTIL=20261003T070000Z, 3",
    "FREQ=DAILY;UNTIL=20261003T065959Z, 2",
    "FREQ=DAILY;INTERVAL=2;COUNT=3, 3",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2, 3", // the first is one also where the rule does not name it
    "FREQ=WEEKLY;BYDAY=TH, 53"
  })
  void aRuleEndsWhereItSays(String rule, int expected) throws UnreadableCalendar {
    assertThat(times("DTSTART:20261001T090000 DURATION:PT1H RRULE:" + rule)).hasSize(expected);
  }

  @Test
  void whatBeganLongAgoIsFoundWhileItLasts() throws UnreadableCalendar {
    assertThat(
            times(
                "DTSTART:20200701T000000Z DURATION:P100D RRULE:FREQ=YEARLY;INTERVAL=2",
                "DTSTART:20260101T000000Z DTEND:20260201T000000Z"))
        .containsExactly("2026-07-01T00:00:00Z 2026-10-09T00:00:00Z");
  }

  @Test
  void aZoneThatOnlyTheCalendarDefinesHasTheSameClocksAsTheOneItMeans() throws UnreadableCalendar {
    LocalClock defined = DefinedClock.read(calendar().components("VTIMEZONE").get(0));
    LocalClock known = LocalClock.of(BERLIN);
    LocalDateTime local = LocalDateTime.parse("2026-01-01T00:00");
    for (; local.getYear() < 2028; local = local.plusMinutes(30)) {
      assertThat(defined.instant(local)).as(local.toString()).isEqualTo(known.instant(local));
    }
  }

  @Property(tries = 2000)
  void whateverARuleSaysItIsCountedOrRefused(
      @ForAll @From("rules") List<String> parts, @ForAll @From("frequencies") String frequency)
      throws UnreadableCalendar {
    String rule = "RRULE:FREQ=" + frequency + ";" + String.join(";", parts);
    EventSeries series =
        EventSeries.of(calendar("DTSTART:20200229T090000 DURATION:PT1H " + rule), BERLIN).get(0);
    try {
      assertThat(series.occurrences(FROM, TO)).hasSizeLessThanOrEqualTo(1000);
    } catch (UnreadableCalendar refused) {
      assertThat(refused)
          .hasMessageMatching("(?s).+ (is no rule|comes more|counts what|lies outside).*");
    }
  }

  @Provide
  static Arbitrary<String> frequencies() {
    return Arbitraries.of("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "");
  }

  @Provide
  static Arbitrary<List<String>> rules() {
    Arbitrary<String> names =
        Arbitraries.of(
            "BYMONTH",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYHOUR",
            "BYMINUTE",
            "BYSETPOS",
            "BYDAY",
            "WKST",
            "COUNT",
            "INTERVAL",
            "SKIP",
            "RSCALE",
            "X-OWN",
            "");
    Arbitrary<String> values =
        Arbitraries.of("1", "-1", "0", "31", "400", "99999", "MO", "-1FR", "60MO", "9,17", "x", "");
    return Combinators.combine(names, values)
        .as((name, value) -> name + "=" + value)
        .list()
        .ofMaxSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "DTEND:20261024T100000Z, it has no DTSTART",
    "DTSTART:20261024T090000Z, it has no end",
    "DTSTART:20261024T090000Z DTEND:20261024T090000Z, it ends at",
    "DTSTART:20261024T090000Z DTEND:20261023T090000Z, it ends at",
    "DTSTART:20261324T090000Z DURATION:PT1H, is no time",
    "DTSTART:yesterday DURATION:PT1H, is no time",
    "DTSTART;TZID=Mars/Olympus:20261024T090000 DURATION:PT1H, nobody knows the time zone",
    "DTSTART:20261024T090000Z DURATION:long, is no duration",
    "DTSTART:20261024T090000Z DURATION:PT1H RRULE:FREQ=NEVER, is no rule",
    "DTSTART:20261024T090000Z DURATION:PT1H RRULE:FREQ=MINUTELY, by the minute",
    "DTSTART:20261024T090000Z DURATION:PT1H RRULE:FREQ=DAILY;COUNT=0, cannot be counted",
    "DTSTART:20261024T090000Z DURATION:PT1H RRULE:FREQ=DAILY;INTERVAL=-1, cannot be counted",
    "DTSTART:20261024T090000Z DURATION:PT1H RRULE:FREQ=HOURLY, more than 1000 times",
    "DTSTART:20261024T090000Z DURATION:PT1H RDATE;VALUE=PERIOD:20261024T090000Z/PT1H, periods"
  })
  void whatCannotBeUnderstoodIsSaid(String event, String why) {
    assertThatThrownBy(() -> times(event))
        .isInstanceOf(UnreadableCalendar.class)
        .hasMessageContaining(why);
  }
}
