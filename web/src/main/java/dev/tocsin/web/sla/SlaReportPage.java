package dev.tocsin.web.sla;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.sla.BreachRow;
import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.SlaReportQuery;
import dev.tocsin.sla.SlaReportQuery.By;
import dev.tocsin.sla.SlaReports;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ViewerZone;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How promises were kept in the last days, by the reader's own clock. */
@Named
@RequestScoped
public class SlaReportPage {

  private static final List<String> DAYS = List.of("7", "30", "90", "365");
  private static final PageRequest SOME = PageRequest.first();

  @Inject private SlaReports reports;
  @Inject private ViewerZone viewer;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private final Filters filters = new Filters();
  private List<ComplianceRow> rows = List.of();
  private List<BreachRow> breaches = List.of();
  private @Nullable PeriodChart chart;
  private @Nullable SlaReportQuery query;

  /** Adds up what the address asks for, by default a month by policy. */
  public void load() {
    ZoneId zone = viewer.find().orElse(ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String asked = Objects.requireNonNullElse(filters.text("days"), "");
    int days = DAYS.contains(asked) ? Integer.parseInt(asked) : 30;
    LocalDate first = today.minusDays(days - 1);
    SlaReportQuery wanted =
        new SlaReportQuery(
            first.atStartOfDay(zone).toInstant(),
            today.plusDays(1).atStartOfDay(zone).toInstant(),
            getBy(),
            zone);
    query = wanted;
    rows = reports.compliance(caller.actor(), wanted);
    breaches = reports.breaches(caller.actor(), wanted, SOME).data();
    chart = isByPeriod() ? PeriodChart.of(getBy(), first, today, rows) : null;
  }

  /** Returns what the rows are. */
  public By getBy() {
    By by = filters.one("by", By.class);
    return by == null ? By.POLICY : by;
  }

  private boolean isByPeriod() {
    return getBy().compareTo(By.DAY) >= 0;
  }

  /** Returns how many promises were kept. */
  public long getKept() {
    return rows.stream().mapToLong(ComplianceRow::met).sum();
  }

  /** Returns how many were broken. */
  public long getBroken() {
    return rows.stream().mapToLong(ComplianceRow::breached).sum();
  }

  /** Returns the part of all that was kept, in percent to the tenth; null when there was none. */
  public @Nullable Double getCompliance() {
    long all = getKept() + getBroken();
    return all == 0 ? null : Math.floor(1000.0 * getKept() / all) / 10;
  }

  /** Returns the part of a row that was kept, in percent to the tenth, never rounded up. */
  public double percent(ComplianceRow row) {
    return Math.floor(1000 * row.compliance()) / 10;
  }

  public List<ComplianceRow> getRows() {
    return rows;
  }

  /** Returns the newest missed deadlines. */
  public List<BreachRow> getBreaches() {
    return breaches;
  }

  /** Returns the periods drawn; null when the rows are none. */
  public @Nullable PeriodChart getChart() {
    return chart;
  }

  /** Returns what was asked; null before it is loaded. */
  public @Nullable SlaReportQuery getQuery() {
    return query;
  }

  public Filters getFilters() {
    return filters;
  }

  public By[] getKinds() {
    return By.values();
  }

  public List<String> getSpans() {
    return DAYS;
  }
}
