package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.schedules.DutyShare;
import dev.tocsin.schedules.HourKind;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DutyLedgerTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aHolidayThatCountsAsAWeekendIsOneByItselfAndStillAHoliday() {
    // Friday, the first of May 2026, and the weekend after it
    HourKinds kinds = new HourKinds(BERLIN, Set.of(LocalDate.of(2026, 5, 1)), true);
    DutyShare share = only(kinds, segment("2026-04-30T22:00:00Z", "2026-05-02T22:00:00Z", "a"));
    assertThat(share.hoursByKind().get(HourKind.WEEKEND_DAY)).isEqualByComparingTo("32");
    assertThat(share.hoursByKind().get(HourKind.WEEKEND_NIGHT)).isEqualByComparingTo("16");
    assertThat(share.hoursByKind().get(HourKind.HOLIDAY_DAY)).isEqualByComparingTo("0");
    assertThat(share.holidays()).isEqualTo(1);
    assertThat(share.weekends()).isEqualTo(2);
  }

  @Test
  void hoursAreSortedByTheLocalDayAndNight() {
    // from Friday noon to Monday noon; Friday the 5th is a holiday
    DutyShare share =
        only(
            new HourKinds(BERLIN, Set.of(LocalDate.of(2024, 1, 5)), false),
            segment("2024-01-05T11:00:00Z", "2024-01-08T11:00:00Z", "alice"));
    assertThat(share.hours()).isEqualByComparingTo("72");
    assertThat(share.hoursByKind())
        .containsExactly(
            Map.entry(HourKind.WEEKDAY_DAY, new BigDecimal("6.00")),
            Map.entry(HourKind.WEEKDAY_NIGHT, new BigDecimal("6.00")),
            Map.entry(HourKind.WEEKEND_DAY, new BigDecimal("32.00")),
            Map.entry(HourKind.WEEKEND_NIGHT, new BigDecimal("16.00")),
            Map.entry(HourKind.HOLIDAY_DAY, new BigDecimal("10.00")),
            Map.entry(HourKind.HOLIDAY_NIGHT, new BigDecimal("2.00")));
    assertThat(share)
        .extracting(DutyShare::shifts, DutyShare::nights, DutyShare::weekends, DutyShare::holidays)
        .containsExactly(1, 3, 1, 1);
  }

  @Test
  void aNightInWhichTheClocksChangeIsShorterOrLonger() {
    HourKinds kinds = new HourKinds(BERLIN, Set.of(), false);
    assertThat(only(kinds, segment("2024-03-30T21:00:00Z", "2024-03-31T04:00:00Z", "a")).hours())
        .isEqualByComparingTo("7");
    DutyShare autumn = only(kinds, segment("2024-10-26T20:00:00Z", "2024-10-27T05:00:00Z", "a"));
    assertThat(autumn.hoursByKind().get(HourKind.WEEKEND_NIGHT)).isEqualByComparingTo("9");
    assertThat(autumn.nights()).isEqualTo(1);
  }

  @Test
  void whoStaysOnWhenOthersChangeHasOneShift() {
    List<DutyShare> shares =
        DutyLedger.of(
            List.of(
                segment("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "bob", "Alice"),
                segment("2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z", "alice", "carol"),
                segment("2024-01-03T00:00:00Z", "2024-01-04T00:00:00Z"),
                segment("2024-01-04T00:00:00Z", "2024-01-04T00:10:00Z", "bob")),
            new HourKinds(ZoneId.of("UTC"), Set.of(), false));
    assertThat(shares)
        .extracting(DutyShare::userName, DutyShare::shifts, DutyShare::hours)
        .containsExactly(
            tuple("Alice", 1, new BigDecimal("48.00")),
            tuple("bob", 2, new BigDecimal("24.17")),
            tuple("carol", 1, new BigDecimal("24.00")));
  }

  @Property(tries = 300)
  void piecesTileEveryStretchInEveryZone(
      @ForAll @LongRange(min = 0, max = 60L * 365 * 86400) long from,
      @ForAll @LongRange(min = 1, max = 40L * 86400) long length) {
    Instant start = Instant.ofEpochSecond(from);
    Instant end = start.plusSeconds(length);
    for (String zone : List.of("America/St_Johns", "Pacific/Apia", "America/Havana", "UTC")) {
      Map<HourKind, Duration> sums = new EnumMap<>(HourKind.class);
      List<Instant> edges = new ArrayList<>(List.of(start));
      new HourKinds(ZoneId.of(zone), Set.of(), false)
          .split(
              start,
              end,
              (a, b, kind) -> {
                assertThat(a).isEqualTo(edges.get(edges.size() - 1)).isBefore(b);
                edges.add(b);
                sums.merge(kind, Duration.between(a, b), Duration::plus);
              });
      assertThat(edges.get(edges.size() - 1)).isEqualTo(end);
      assertThat(sums.values().stream().reduce(Duration.ZERO, Duration::plus))
          .isEqualTo(Duration.ofSeconds(length));
    }
  }

  private static DutyShare only(HourKinds kinds, OnCallSegment segment) {
    List<DutyShare> shares = DutyLedger.of(List.of(segment), kinds);
    assertThat(shares).hasSize(1);
    return shares.get(0);
  }

  private static OnCallSegment segment(String start, String end, String... names) {
    List<Person> people = List.of(names).stream().map(name -> new Person(name, null)).toList();
    String first = people.isEmpty() ? "" : people.get(0).name();
    return new OnCallSegment(
        Instant.parse(start), Instant.parse(end), first, people, false, UUID.randomUUID(), "");
  }
}
