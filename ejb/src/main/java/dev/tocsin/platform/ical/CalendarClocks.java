package dev.tocsin.platform.ical;

import dev.tocsin.platform.worktime.Zones;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of a calendar on the clocks they name.
 *
 * <p>A zone is looked up by its IANA name, also where that is only the end of a longer one or is
 * told beside the zone's definition; any other is what the calendar's own VTIMEZONE says.
 */
final class CalendarClocks {
  private static final LocalClock UTC = local -> local.toInstant(ZoneOffset.UTC);

  private final Component calendar;
  private final LocalClock floating;
  private final Map<String, LocalClock> byName = new HashMap<>();

  /**
   * @param zone of times that name none
   */
  CalendarClocks(Component calendar, ZoneId zone) {
    this.calendar = calendar;
    this.floating = LocalClock.of(zone);
  }

  EventTime time(Property property) throws UnreadableCalendar {
    return time(property.value(), property.parameter("TZID"));
  }

  /** Read a list, as EXDATE and RDATE are. */
  List<EventTime> times(Property property) throws UnreadableCalendar {
    List<EventTime> found = new ArrayList<>();
    for (String value : property.value().split(",", -1)) {
      found.add(time(value, property.parameter("TZID")));
    }
    return found;
  }

  private EventTime time(String text, @Nullable String zone) throws UnreadableCalendar {
    String value = text.strip();
    if (value.endsWith("Z")) {
      return EventTime.read(value.substring(0, value.length() - 1), UTC);
    }
    return EventTime.read(value, zone == null ? floating : clock(zone));
  }

  private LocalClock clock(String name) throws UnreadableCalendar {
    LocalClock known = byName.get(name);
    if (known == null) {
      known = find(name);
      byName.put(name, known);
    }
    return known;
  }

  private LocalClock find(String name) throws UnreadableCalendar {
    Component definition =
        calendar.components("VTIMEZONE").stream()
            .filter(zone -> zone.text("TZID").equals(name))
            .findFirst()
            .orElse(null);
    Optional<ZoneId> region =
        region(name).or(() -> definition == null ? Optional.empty() : region(located(definition)));
    if (region.isPresent()) {
      return LocalClock.of(region.get());
    }
    if (definition == null) {
      throw new UnreadableCalendar("nobody knows the time zone \"" + name + "\"");
    }
    return DefinedClock.read(definition);
  }

  private static String located(Component definition) {
    return definition.text("X-LIC-LOCATION");
  }

  private static Optional<ZoneId> region(String name) {
    String[] parts = name.split("/", -1);
    int last = parts.length - 1;
    return Zones.find(name)
        .or(() -> last < 2 ? Optional.empty() : Zones.find(parts[last - 1] + "/" + parts[last]));
  }
}
