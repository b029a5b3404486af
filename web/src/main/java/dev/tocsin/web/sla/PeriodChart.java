package dev.tocsin.web.sla;

import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.SlaReportQuery.By;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Promises kept and broken by period, as columns; places are in a box of 1000 by 200. */
public record PeriodChart(List<Column> columns, long most) {

  private static final double WIDE = 1000;
  private static final double HIGH = 200;
  private static final int WRITTEN = 6;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  /**
   * One period, from the bottom up what was kept and what was broken.
   *
   * @param label empty where there is no room for it
   */
  public record Column(
      String x,
      String width,
      String keptY,
      String keptHeight,
      String brokenY,
      String brokenHeight,
      String label,
      String name,
      long kept,
      long broken) {}

  /** Draws every period from one day to another, included, also those without a promise. */
  static PeriodChart of(By by, LocalDate first, LocalDate last, List<ComplianceRow> rows) {
    Map<LocalDate, long[]> counts = new LinkedHashMap<>();
    for (LocalDate day = begin(by, first); !day.isAfter(last); day = next(by, day)) {
      counts.put(day, new long[2]);
    }
    for (ComplianceRow row : rows) {
      long[] count = row.key() == null ? null : counts.get(LocalDate.parse(row.key()));
      if (count != null) {
        count[0] += row.met();
        count[1] += row.breached();
      }
    }
    long most = counts.values().stream().mapToLong(count -> count[0] + count[1]).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    int apart = Math.max(1, (counts.size() + WRITTEN - 1) / WRITTEN);
    counts.forEach(
        (day, count) -> {
          boolean written = columns.size() % apart == 0;
          columns.add(column(by, day, count, columns.size(), counts.size(), most, written));
        });
    return new PeriodChart(List.copyOf(columns), most);
  }

  private static Column column(
      By by, LocalDate day, long[] count, int place, int places, long most, boolean written) {
    double step = WIDE / places;
    double unit = most == 0 ? 0 : HIGH / most;
    double kept = count[0] * unit;
    double broken = count[1] * unit;
    String name = (by == By.MONTH ? MONTH : DAY).format(day);
    return new Column(
        number(place * step + step * .1),
        number(step * .8),
        number(HIGH - kept),
        number(kept),
        number(HIGH - kept - broken),
        number(broken),
        written ? name : "",
        name,
        count[0],
        count[1]);
  }

  private static LocalDate begin(By by, LocalDate day) {
    return switch (by) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  private static LocalDate next(By by, LocalDate day) {
    return switch (by) {
      case WEEK -> day.plusWeeks(1);
      case MONTH -> day.plusMonths(1);
      default -> day.plusDays(1);
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
