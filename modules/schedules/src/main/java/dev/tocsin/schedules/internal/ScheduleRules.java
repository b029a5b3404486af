package dev.tocsin.schedules.internal;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.worktime.Zones;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.CreateUnavailability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schedule, an override and leave must be; faults are added to the list given. */
public final class ScheduleRules {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

  private ScheduleRules() {}

  /** Tell whether rotations can be computed at this instant: the years 1900 to 2499. */
  public static boolean isWithinCalendar(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }

  /** Judge a zone's name: a region of the IANA database, or UTC. */
  public static void judgeZone(@Nullable String timeZone, String pointer, List<Fault> faults) {
    if (timeZone != null && Zones.find(timeZone).isEmpty()) {
      faults.add(
          new Fault(
              pointer + "/time_zone",
              "unknown",
              "must be an IANA time zone, such as Europe/Berlin"));
    }
  }

  /** Judge how early handoffs shall be told; null when that is left open. */
  public static void judgeLead(@Nullable Integer minutes, List<Fault> faults) {
    if (minutes != null && (minutes < 0 || minutes > CreateSchedule.LONGEST_LEAD)) {
      faults.add(
          new Fault(
              "/notice_lead_minutes",
              "out_of_range",
              "must be between 0 and " + CreateSchedule.LONGEST_LEAD));
    }
  }

  static void judge(CreateOverride command, String pointer, List<Fault> faults) {
    if (!command.end().isAfter(command.start())) {
      faults.add(new Fault(pointer + "/end", "invalid", "must be after start"));
    }
    if (!isWithinCalendar(command.start()) || !isWithinCalendar(command.end())) {
      faults.add(
          new Fault(pointer + "/start", "out_of_range", "must be in the years 1900 to 2499"));
    }
  }

  static void judge(CreateUnavailability command, String pointer, List<Fault> faults) {
    if (command.endDate().isBefore(command.startDate())) {
      faults.add(new Fault(pointer + "/end_date", "invalid", "must not be before start_date"));
    }
    if (command.startDate().getYear() < 1900 || command.endDate().getYear() > 2499) {
      faults.add(
          new Fault(pointer + "/start_date", "out_of_range", "must be in the years 1900 to 2499"));
    }
  }
}
