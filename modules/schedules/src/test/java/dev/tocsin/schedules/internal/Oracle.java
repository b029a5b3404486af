package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RotationType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says who is on at an instant by the words of the contract alone, slowly: it looks at every
 * handoff that could matter and shares no arithmetic with {@link Rotation}.
 */
final class Oracle {

  private final RandomSchedule schedule;
  private final List<List<Handoff>> handoffs = new ArrayList<>();

  private record Handoff(long number, LocalDateTime local, Instant at) {}

  Oracle(RandomSchedule schedule, Instant from, Instant to) {
    this.schedule = schedule;
    schedule.layers().forEach(layer -> handoffs.add(handoffs(layer, schedule.zone(), from, to)));
  }

  /** Return the names of those on, an exclamation mark in front for an override. */
  String at(Instant t) {
    for (int i = schedule.covers().size() - 1; i >= 0; i--) {
      Cover cover = schedule.covers().get(i);
      if (!t.isBefore(cover.start()) && t.isBefore(cover.end())) {
        return "!" + cover.person().name();
      }
    }
    for (int i = 0; i < schedule.layers().size(); i++) {
      String on = on(schedule.layers().get(i), handoffs.get(i), t);
      if (!on.isEmpty()) {
        return on;
      }
    }
    return "";
  }

  private String on(LayerTerms layer, List<Handoff> all, Instant t) {
    @Nullable Handoff slot = null;
    for (Handoff handoff : all) {
      if (!handoff.at().isAfter(t)) {
        slot = handoff;
      }
    }
    if (slot == null || !mayStart(layer, slot.local()) || hasEnded(layer, slot.at(), t)) {
      return "";
    }
    List<String> names = new ArrayList<>();
    int size = layer.participants().size();
    for (int i = 0; i < size && names.size() < layer.concurrent(); i++) {
      Person person = layer.participants().get((int) Math.floorMod(slot.number() + i, (long) size));
      if (!names.contains(person.name()) && !isOnLeave(person, t)) {
        names.add(person.name());
      }
    }
    return String.join("+", names);
  }

  private static boolean mayStart(LayerTerms layer, LocalDateTime local) {
    String day = local.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
    return layer.weekdays().isEmpty() || layer.weekdays().contains(day);
  }

  private static boolean hasEnded(LayerTerms layer, Instant handoff, Instant t) {
    Duration shift = layer.shiftDuration();
    return layer.type() != RotationType.CUSTOM
        && shift != null
        && shift.compareTo(Handoffs.shortestPeriod(layer.type(), layer.length())) < 0
        && !t.isBefore(handoff.plus(shift));
  }

  private boolean isOnLeave(Person person, Instant t) {
    LocalDate day = LocalDate.ofInstant(t, schedule.zone());
    return schedule.leaves().stream()
        .anyMatch(
            leave ->
                leave.person().name().equals(person.name())
                    && !day.isBefore(leave.firstDay())
                    && !day.isAfter(leave.lastDay()));
  }

  private static List<Handoff> handoffs(LayerTerms layer, ZoneId zone, Instant from, Instant to) {
    boolean instant = layer.start().endsWith("Z");
    Instant anchor =
        instant
            ? Instant.parse(layer.start())
            : LocalDateTime.parse(layer.start()).atZone(zone).toInstant();
    LocalDateTime local =
        instant ? LocalDateTime.ofInstant(anchor, zone) : LocalDateTime.parse(layer.start());
    long period = roughPeriod(layer).toSeconds();
    long first = Duration.between(anchor, from).toSeconds() / period - 40;
    long last = Duration.between(anchor, to).toSeconds() / period + 40;
    List<Handoff> all = new ArrayList<>();
    for (long n = instant ? Math.max(0, first) : first; n <= last; n++) {
      all.add(handoff(layer, zone, anchor, local, n));
    }
    return all;
  }

  private static Handoff handoff(
      LayerTerms layer, ZoneId zone, Instant anchor, LocalDateTime local, long n) {
    long steps = n * layer.length();
    LocalDateTime meant =
        switch (layer.type()) {
          case HOURLY -> local.plusHours(steps);
          case DAILY -> local.plusDays(steps);
          case WEEKLY -> local.plusWeeks(steps);
          case MONTHLY -> local.plusMonths(steps);
          case CUSTOM ->
              LocalDateTime.ofInstant(anchor.plus(roughPeriod(layer).multipliedBy(n)), zone);
        };
    if (layer.type() == RotationType.CUSTOM) {
      return new Handoff(n, meant, anchor.plus(roughPeriod(layer).multipliedBy(n)));
    }
    return new Handoff(n, meant, n == 0 ? anchor : meant.atZone(zone).toInstant());
  }

  private static Duration roughPeriod(LayerTerms layer) {
    return switch (layer.type()) {
      case HOURLY -> Duration.ofHours(layer.length());
      case DAILY -> Duration.ofDays(layer.length());
      case WEEKLY -> Duration.ofDays(7L * layer.length());
      case MONTHLY -> Duration.ofDays(30L * layer.length());
      case CUSTOM -> Objects.requireNonNull(layer.shiftDuration());
    };
  }
}
