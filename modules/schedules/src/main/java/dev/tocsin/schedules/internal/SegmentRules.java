package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.DoubleBooking;
import dev.tocsin.schedules.Gap;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds in timelines what people should know weeks ahead. */
public final class SegmentRules {

  private SegmentRules() {}

  /** Return when nobody is on. */
  public static List<Gap> gaps(List<OnCallSegment> segments) {
    return segments.stream()
        .filter(segment -> segment.users().isEmpty())
        .map(segment -> new Gap(segment.start(), segment.end()))
        .toList();
  }

  /** Return who is on in both of two timelines of the same window at once, in order. */
  public static List<DoubleBooking> doubleBookings(
      DoubleBooking.Place here,
      List<OnCallSegment> mine,
      DoubleBooking.Place there,
      List<OnCallSegment> theirs) {
    List<DoubleBooking> found = new ArrayList<>();
    List<DoubleBooking.Place> places = List.of(here, there);
    int i = 0;
    int j = 0;
    while (i < mine.size() && j < theirs.size()) {
      OnCallSegment a = mine.get(i);
      OnCallSegment b = theirs.get(j);
      Instant start = a.start().isAfter(b.start()) ? a.start() : b.start();
      Instant end = a.end().isBefore(b.end()) ? a.end() : b.end();
      if (start.isBefore(end)) {
        a.users().stream()
            .filter(person -> b.users().stream().anyMatch(person::isSameAs))
            .forEach(person -> add(found, person, start, end, places));
      }
      if (a.end().isBefore(b.end())) {
        i++;
      } else {
        j++;
      }
    }
    return found;
  }

  /** What follows on without a break is one double booking. */
  private static void add(
      List<DoubleBooking> found,
      Person person,
      Instant start,
      Instant end,
      List<DoubleBooking.Place> places) {
    for (int i = found.size() - 1; i >= 0 && !found.get(i).end().isBefore(start); i--) {
      DoubleBooking last = found.get(i);
      if (last.end().equals(start) && person.isSameAs(new Person(last.userName(), last.userId()))) {
        found.set(i, new DoubleBooking(last.userName(), last.userId(), last.start(), end, places));
        return;
      }
    }
    found.add(new DoubleBooking(person.name(), person.userId(), start, end, places));
  }
}
