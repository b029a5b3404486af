package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.persistence.Ids;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FinalShiftsTest {
  private static final Schedule SCHEDULE =
      new Schedule(
          Ids.next(),
          new CreateSchedule(
              "s", null, "Europe/Berlin", null, null, null, null, null, null, null, null),
          Instant.EPOCH);
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");

  private final List<Layer> layers = new ArrayList<>();
  private final List<ShiftOverride> overrides = new ArrayList<>();
  private final List<Unavailability> leaves = new ArrayList<>();

  @Test
  void onePersonsShiftsStayApart() {
    UUID layer = layer(RotationType.WEEKLY, null, "ann");
    List<FinalShift> shifts = shifts().touching(FROM, TO);
    assertThat(shifts).hasSize(10).allMatch(shift -> shift.part() == 1);
    assertThat(shifts.get(1))
        .extracting(FinalShift::uid, FinalShift::start, FinalShift::end)
        .containsExactly(
            layer + ".113.1@tocsin",
            Instant.parse("2026-03-02T08:00:00Z"),
            Instant.parse("2026-03-09T08:00:00Z"));
  }

  @Test
  void aShiftIsWholeAndHasTheSameNameInEveryWindow() {
    layer(RotationType.DAILY, Duration.ofHours(8), "ann", "bob");
    layer(RotationType.MONTHLY, null, "cy");
    overrides.add(override("dan", "2026-02-27T10:00:00Z", "2026-03-02T10:00:00Z"));
    List<FinalShift> wide = shifts().touching(FROM.minus(Duration.ofDays(40)), TO);
    for (int hours = 0; hours < 200; hours += 7) {
      Instant from = FROM.plus(Duration.ofHours(hours));
      Instant to = from.plus(Duration.ofHours(30));
      assertThat(shifts().touching(from, to))
          .containsExactlyElementsOf(
              wide.stream()
                  .filter(shift -> shift.end().isAfter(from) && shift.start().isBefore(to))
                  .toList());
    }
  }

  @Test
  void whatLeaveAndOverridesLeaveOfAShiftAreItsParts() {
    UUID layer = layer(RotationType.WEEKLY, null, "ann", "bob");
    leave("ann", LocalDate.parse("2026-03-11"), LocalDate.parse("2026-03-11"));
    overrides.add(override("dan", "2026-03-13T10:00:00Z", "2026-03-13T12:00:00Z"));
    List<FinalShift> week =
        shifts()
            .touching(Instant.parse("2026-03-09T08:00:00Z"), Instant.parse("2026-03-16T08:00:00Z"));
    String shift = layer + ".114.";
    assertThat(week)
        .extracting(part -> part.uid() + " " + part.people().get(0).name() + " " + part.start())
        .containsExactly(
            shift + "1@tocsin ann 2026-03-09T08:00:00Z",
            shift + "2@tocsin bob 2026-03-10T23:00:00Z",
            shift + "3@tocsin ann 2026-03-11T23:00:00Z",
            overrides.get(0).id() + ".0.1@tocsin dan 2026-03-13T10:00:00Z",
            shift + "4@tocsin ann 2026-03-13T12:00:00Z");
  }

  @Test
  void nobodyIsNoShift() {
    layer(RotationType.DAILY, Duration.ofHours(8));
    assertThat(shifts().touching(FROM, TO)).isEmpty();
  }

  @Property(tries = 30)
  void theySayWhatTheTimelineSays(
      @ForAll @IntRange(max = 23) int hours,
      @ForAll @IntRange(min = -30, max = 60) int away,
      @ForAll @IntRange(min = -100, max = 1500) int covered) {
    layer(RotationType.DAILY, Duration.ofHours(hours + 1), "ann", "bob", "cy");
    layer(RotationType.WEEKLY, null, "dan", "ann");
    layer(RotationType.HOURLY, Duration.ofMinutes(20), "eve");
    LocalDate day = LocalDate.parse("2026-03-20").plusDays(away);
    leave("ann", day, day.plusDays(3));
    leave("dan", day.plusDays(2), day.plusDays(9));
    Instant from = FROM.plus(Duration.ofHours(covered));
    overrides.add(override("gus", from.toString(), from.plusSeconds(90_000).toString()));
    overrides.add(override("hal", from.plusSeconds(70_000).toString(), TO.toString()));
    List<Stretch> shifts =
        shifts().touching(FROM, TO).stream()
            .map(s -> new Stretch(later(s.start(), FROM), earlier(s.end(), TO), s.duty()))
            .toList();
    assertThat(Stretches.tile(shifts, FROM, TO))
        .extracting(s -> s.start() + " " + s.duty().people())
        .isEqualTo(
            plan().roster().timeline(FROM, TO).stream()
                .map(s -> s.start() + " " + s.duty().people())
                .toList());
  }

  private UUID layer(RotationType type, @Nullable Duration shift, String... names) {
    UUID id = Ids.next();
    List<Person> people = List.of(names).stream().map(FinalShiftsTest::person).toList();
    LayerTerms terms =
        new LayerTerms(
            "layer", layers.size(), type, 1, "2024-01-01T09:00", shift, List.of(), 1, people);
    layers.add(new Layer(id, SCHEDULE.id(), terms, FROM));
    return id;
  }

  private void leave(String name, LocalDate first, LocalDate last) {
    CreateUnavailability command = new CreateUnavailability(name, null, first, last, null);
    leaves.add(new Unavailability(Ids.next(), SCHEDULE.id(), command, person(name), FROM));
  }

  private static Person person(String name) {
    return new Person(name, null);
  }

  private static ShiftOverride override(String name, String start, String end) {
    CreateOverride command =
        new CreateOverride(name, null, Instant.parse(start), Instant.parse(end), null);
    return new ShiftOverride(Ids.next(), Ids.next(), command, person(name), FROM);
  }

  private FinalShifts shifts() {
    return new FinalShifts(plan());
  }

  private SchedulePlan plan() {
    return new SchedulePlan(SCHEDULE, layers, overrides, leaves, Weekdays.PLAIN);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
