package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaReportQuery.By;
import dev.tocsin.web.sla.PeriodChart.Column;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodChartTest {

  private static ComplianceRow row(String day, Metric metric, long met, long breached) {
    return new ComplianceRow(day, day, metric, met, breached, (double) met / (met + breached));
  }

  @Test
  void metricsOfAPeriodAreOneColumnAndEmptyPeriodsHaveTheirPlace() {
    PeriodChart chart =
        PeriodChart.of(
            By.WEEK,
            LocalDate.parse("2026-03-04"),
            LocalDate.parse("2026-03-17"),
            List.of(
                row("2026-03-02", Metric.RESOLUTION, 3, 1),
                row("2026-03-02", Metric.FIRST_RESPONSE, 4, 0),
                row("2026-03-16", Metric.RESOLUTION, 0, 2)));
    assertThat(chart.most()).isEqualTo(8);
    assertThat(chart.columns())
        .extracting(Column::name, Column::kept, Column::broken, Column::keptY, Column::brokenHeight)
        .containsExactly(
            tuple("2 Mar", 7L, 1L, "25.00", "25.00"),
            tuple("9 Mar", 0L, 0L, "200.00", "0.00"),
            tuple("16 Mar", 0L, 2L, "200.00", "50.00"));
  }

  @Test
  void ofManyPeriodsSomeAreWritten() {
    List<Column> days =
        PeriodChart.of(
                By.DAY, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), List.of())
            .columns();
    assertThat(days).hasSize(365);
    assertThat(days.stream().filter(day -> !day.label().isEmpty())).hasSizeBetween(6, 12);
    assertThat(
            PeriodChart.of(
                    By.MONTH,
                    LocalDate.parse("2026-01-31"),
                    LocalDate.parse("2026-02-01"),
                    List.of())
                .columns())
        .extracting(Column::name)
        .containsExactly("Jan 2026", "Feb 2026");
  }
}
