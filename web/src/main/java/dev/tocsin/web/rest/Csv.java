package dev.tocsin.web.rest;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes RFC 4180: commas, CRLF, quotes where they are needed.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, so that no
 * name somebody chose runs on the machine of whoever opens the file.
 */
public final class Csv {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private final Writer out;

  public Csv(Writer out) {
    this.out = out;
  }

  /** Writes one record; numbers are written as they are. */
  public void row(List<?> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      Object field = fields.get(i);
      out.write(field instanceof Number ? field.toString() : field(String.valueOf(field)));
    }
    out.write("\r\n");
  }

  private static String field(String text) {
    String harmless =
        !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
