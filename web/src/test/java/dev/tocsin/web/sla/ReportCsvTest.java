package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.sla.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

  @Test
  void aNameThatIsAFormulaStaysText() {
    ComplianceRow row =
        new ComplianceRow("k", "=HYPERLINK(\"x\")", Metric.RESOLUTION, 2, 1, 2.0 / 3);
    assertThat(ReportCsv.of(List.of(row)).lines())
        .containsExactly(
            "name,metric,met,breached,compliance",
            "\"'=HYPERLINK(\"\"x\"\")\",resolution,2,1,0.6667");
  }
}
