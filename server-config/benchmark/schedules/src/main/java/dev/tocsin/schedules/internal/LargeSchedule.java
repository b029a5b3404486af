package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A year of 20 layers and 50 people, with 100 leaves and 50 overrides.
 *
 * <p>Each of the upper 19 layers has somebody on for four hours of some days, hours that none above
 * it covers wholly; the last is there for the rest. So every layer matters.
 */
final class LargeSchedule {

  static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final List<Person> people =
      IntStream.range(0, 50).mapToObj(i -> new Person("person " + i, null)).toList();
  private final List<Leave> leaves = leaves();
  private final List<LayerTerms> layers = layers();
  private final List<Cover> covers = covers();

  Roster roster() {
    return new Roster(
        layers.stream()
            .map(layer -> layer.inRoster(UUID.randomUUID(), ZONE, Weekdays.PLAIN, leaves))
            .toList(),
        covers);
  }

  /** Return every instant at which anything can change, each layer asked for all its handoffs. */
  List<Instant> boundaries() {
    List<Instant> found = new ArrayList<>(List.of(FROM, TO));
    for (LayerTerms layer : layers) {
      Rotation rotation = layer.rotation(ZONE, Weekdays.PLAIN);
      Duration shift = layer.shiftDuration();
      for (long n = rotation.numberAt(FROM); n <= rotation.numberAt(TO); n++) {
        found.add(rotation.handoff(n));
        if (shift != null) {
          found.add(rotation.handoff(n).plus(shift));
        }
      }
    }
    for (Leave leave : leaves) {
      found.add(leave.start(ZONE));
      found.add(leave.end(ZONE));
    }
    for (Cover cover : covers) {
      found.add(cover.start());
      found.add(cover.end());
    }
    return found.stream()
        .filter(t -> !t.isBefore(FROM) && !t.isAfter(TO))
        .distinct()
        .sorted()
        .toList();
  }

  private List<LayerTerms> layers() {
    List<LayerTerms> result = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      List<String> days = List.of(DAYS.get(i % 7), DAYS.get((i + 2) % 7), DAYS.get((i + 4) % 7));
      String start = "2024-01-01T%02d:30".formatted(i * 5 % 24);
      Duration shift = Duration.ofHours(4);
      result.add(layer(i, RotationType.DAILY, start, shift, days));
    }
    result.add(layer(19, RotationType.WEEKLY, "2024-01-01T09:00", null, List.of()));
    return result;
  }

  private LayerTerms layer(
      int index, RotationType type, String start, @Nullable Duration shift, List<String> days) {
    List<Person> turns =
        IntStream.range(0, 10).mapToObj(i -> people.get((index * 7 + i * 3) % 50)).toList();
    return new LayerTerms("layer " + index, index, type, 1, start, shift, days, 1, turns);
  }

  private List<Leave> leaves() {
    return IntStream.range(0, 100)
        .mapToObj(
            i -> {
              LocalDate first = LocalDate.of(2025, 1, 1).plusDays(i * 37L % 360);
              return new Leave(people.get(i % 50), first, first.plusDays(4));
            })
        .toList();
  }

  private List<Cover> covers() {
    return IntStream.range(0, 50)
        .mapToObj(
            i -> {
              Instant start = FROM.plus(Duration.ofHours(i * 173L % 8700));
              return new Cover(people.get(i), start, start.plus(Duration.ofHours(12)), null);
            })
        .toList();
  }
}
