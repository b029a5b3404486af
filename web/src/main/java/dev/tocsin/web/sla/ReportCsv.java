package dev.tocsin.web.sla;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.ComplianceRow;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a report as RFC 4180 CSV. */
final class ReportCsv {

  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private ReportCsv() {}

  static String of(List<ComplianceRow> rows) {
    StringBuilder text = new StringBuilder("name,metric,met,breached,compliance\r\n");
    for (ComplianceRow row : rows) {
      text.append(cell(row.name()))
          .append(',')
          .append(Code.of(row.metric()))
          .append(',')
          .append(row.met())
          .append(',')
          .append(row.breached())
          .append(',')
          .append(String.format(Locale.ROOT, "%.4f", row.compliance()))
          .append("\r\n");
    }
    return text.toString();
  }

  /** Quotes a cell; one that a spreadsheet would take for a formula begins with an apostrophe. */
  static String cell(String value) {
    String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
