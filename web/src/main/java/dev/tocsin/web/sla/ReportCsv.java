package dev.tocsin.web.sla;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.ComplianceRow;
import dev.tocsin.web.rest.Csv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes a report as CSV. */
final class ReportCsv {

  private ReportCsv() {}

  static String of(List<ComplianceRow> rows) {
    StringWriter text = new StringWriter();
    Csv csv = new Csv(text);
    try {
      csv.row(List.of("name", "metric", "met", "breached", "compliance"));
      for (ComplianceRow row : rows) {
        csv.row(
            List.of(
                row.name(),
                Code.of(row.metric()),
                row.met(),
                row.breached(),
                BigDecimal.valueOf(row.compliance()).setScale(4, RoundingMode.HALF_UP)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
