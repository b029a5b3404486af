package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule of anything that a schedule can hold, around the year 2024. */
record RandomSchedule(
    ZoneId zone, List<LayerTerms> layers, List<Cover> covers, List<Leave> leaves) {

  private static final Instant YEAR = Instant.parse("2024-01-01T00:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "America/Santiago",
          "America/Havana",
          "Africa/Casablanca",
          "UTC");

  static RandomSchedule of(Random random) {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    List<Leave> leaves = new ArrayList<>();
    List<Cover> covers = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(380));
      leaves.add(new Leave(person(random), day, day.plusDays(random.nextInt(5))));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      Instant start = YEAR.plusSeconds(random.nextInt(380 * 86400));
      covers.add(
          new Cover(person(random), start, start.plusSeconds(1 + random.nextInt(200000)), null));
    }
    List<LayerTerms> layers = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      layers.add(layer(random, zone));
    }
    return new RandomSchedule(zone, layers, covers, leaves);
  }

  private static LayerTerms layer(Random random, ZoneId zone) {
    RotationType type = List.of(RotationType.values()).get(random.nextInt(5));
    int length = type == RotationType.CUSTOM ? 1 : 1 + random.nextInt(3);
    @Nullable Duration duration = null;
    if (type == RotationType.CUSTOM) {
      duration = Duration.ofSeconds(3600 + random.nextInt(100000));
    } else if (random.nextBoolean()) {
      long shortest = Handoffs.shortestPeriod(type, length).toSeconds();
      duration = Duration.ofSeconds(1 + random.nextInt((int) shortest));
    }
    List<String> days = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    List<String> weekdays =
        random.nextInt(3) == 0
            ? List.of(days.get(random.nextInt(7)), days.get(random.nextInt(7)))
            : List.of();
    LocalDateTime anchor = LocalDateTime.of(2024, 1, 1, 2, 30).plusMinutes(random.nextInt(500000));
    String start = String.valueOf(random.nextBoolean() ? anchor : anchor.atZone(zone).toInstant());
    List<Person> people = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      people.add(person(random));
    }
    return new LayerTerms(
        "layer", 0, type, length, start, duration, weekdays, 1 + random.nextInt(2), people);
  }

  private static Person person(Random random) {
    return new Person(List.of("alice", "bob", "carol", "dave").get(random.nextInt(4)), null);
  }

  Roster roster() {
    return new Roster(
        layers.stream()
            .map(layer -> layer.inRoster(UUID.randomUUID(), zone, Weekdays.PLAIN, leaves))
            .toList(),
        covers);
  }

  /** Return an instant of the year, every other time on the day before the clocks change. */
  Instant someInstant(Random random) {
    Instant any = YEAR.plusSeconds(random.nextInt(365 * 86400));
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any
        : change.getInstant().minusSeconds(random.nextInt(86400));
  }
}
