package dev.tocsin.web.schedules;

import dev.tocsin.schedules.DutyReport;
import dev.tocsin.schedules.DutyShare;
import dev.tocsin.schedules.HourKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What people carry, side by side. */
public record Shares(DutyReport report) {

  /** Returns the kinds of hours that anybody worked. */
  public List<HourKind> kinds() {
    return Stream.of(HourKind.values())
        .filter(kind -> report.people().stream().anyMatch(person -> worked(person, kind)))
        .toList();
  }

  private static boolean worked(DutyShare person, HourKind kind) {
    return person.hoursByKind().getOrDefault(kind, BigDecimal.ZERO).signum() > 0;
  }

  /** Returns a person's hours in percent of whoever has the most. */
  public long percent(DutyShare of) {
    double most =
        report.people().stream()
            .mapToDouble(person -> person.hours().doubleValue())
            .max()
            .orElse(0);
    return most == 0 ? 0 : Math.round(100 * of.hours().doubleValue() / most);
  }
}
