package dev.tocsin.web.schedules.timeline;

import dev.tocsin.schedules.LayerTimeline;
import dev.tocsin.schedules.LayerView;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.SchedulePreview;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.schedules.UnavailabilityView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the lanes of one timeline, with the same colour for the same person in all of them. */
final class LaneBuilder {
  private final TimeScale scale;
  private final Instant toldFrom;
  private final Instant toldTo;
  private final Words words;
  private final Hues hues = new Hues();

  /**
   * Makes a builder.
   *
   * @param toldFrom since when the segments are told; what begins there may have begun earlier
   * @param toldTo until when
   */
  LaneBuilder(Span span, Instant toldFrom, Instant toldTo) {
    this.scale = span.scale();
    this.toldFrom = toldFrom;
    this.toldTo = toldTo;
    this.words = new Words(span.zone());
  }

  List<Lane> lanes(
      ScheduleView schedule, Map<UUID, List<OnCallSegment>> layers, List<OnCallSegment> effective) {
    schedule.layers().stream()
        .flatMap(layer -> layer.participants().stream())
        .forEach(person -> hues.of(person.name()));
    List<Lane> lanes = new ArrayList<>();
    lanes.add(lane(LaneKind.FINAL, "", effective));
    List<OnCallSegment> covers = effective.stream().filter(OnCallSegment::isOverride).toList();
    addUnlessEmpty(lanes, lane(LaneKind.OVERRIDES, "", covers));
    addUnlessEmpty(lanes, leave(schedule));
    for (LayerView layer : schedule.layers()) {
      List<OnCallSegment> segments = layers.getOrDefault(layer.id(), List.of());
      lanes.add(lane(LaneKind.LAYER, layer.name(), worked(segments)));
    }
    return lanes;
  }

  List<Lane> lanes(SchedulePreview answer) {
    List<Lane> lanes = new ArrayList<>();
    lanes.add(lane(LaneKind.FINAL, "", answer.segments()));
    for (LayerTimeline layer : answer.layerTimelines()) {
      lanes.add(lane(LaneKind.LAYER, layer.name(), worked(layer.segments())));
    }
    return lanes;
  }

  /** A layer that has nobody on leaves the time to the next one: that is no gap. */
  private static List<OnCallSegment> worked(List<OnCallSegment> segments) {
    return segments.stream().filter(segment -> !segment.users().isEmpty()).toList();
  }

  private static void addUnlessEmpty(List<Lane> lanes, Lane lane) {
    if (!lane.bars().isEmpty()) {
      lanes.add(lane);
    }
  }

  Lane lane(LaneKind kind, String name, List<OnCallSegment> segments) {
    List<Bar> bars = new ArrayList<>();
    for (OnCallSegment segment : segments) {
      if (scale.shows(segment.start(), segment.end())) {
        List<String> names = segment.users().stream().map(Person::name).toList();
        String shown = names.isEmpty() ? "gap" : segment.isOverride() ? "override" : "shift";
        bars.add(bar(shown, segment.start(), segment.end(), names, segment.reason()));
      }
    }
    return new Lane(kind, name, bars);
  }

  /** People's absences overlap; stretches with the same people away do not. */
  private Lane leave(ScheduleView schedule) {
    ZoneId local = ZoneId.of(schedule.timeZone());
    List<Away> all =
        schedule.unavailabilities().stream()
            .map(leave -> Away.of(leave, local))
            .filter(away -> scale.shows(away.start(), away.end()))
            .toList();
    TreeSet<Instant> edges =
        all.stream()
            .flatMap(away -> Stream.of(away.start(), away.end()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Bar> bars = new ArrayList<>();
    for (Instant start : edges) {
      Instant end = edges.higher(start);
      List<String> names =
          all.stream().filter(away -> away.covers(start)).map(Away::name).distinct().toList();
      if (end != null && !names.isEmpty() && scale.shows(start, end)) {
        bars.add(bar("leave", start, end, names, ""));
      }
    }
    return new Lane(LaneKind.LEAVE, "", bars);
  }

  private record Away(String name, Instant start, Instant end) {
    static Away of(UnavailabilityView leave, ZoneId zone) {
      return new Away(
          leave.userName(),
          leave.startDate().atStartOfDay(zone).toInstant(),
          leave.endDate().plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean covers(Instant t) {
      return !t.isBefore(start) && t.isBefore(end);
    }
  }

  private Bar bar(String kind, Instant start, Instant end, List<String> names, String why) {
    double left = scale.place(start);
    return new Bar(
        kind,
        left,
        scale.place(end) - left,
        names.isEmpty() ? 0 : hues.of(names.get(0)),
        String.join(", ", names),
        start.toString(),
        end.toString(),
        when(start, end),
        why);
  }

  private String when(Instant start, Instant end) {
    String from = start.equals(toldFrom) ? "…" : words.at(start);
    return from + " – " + (end.equals(toldTo) ? "…" : words.at(end));
  }
}
