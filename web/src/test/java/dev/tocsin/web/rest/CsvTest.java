package dev.tocsin.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void fieldsAreQuotedOnlyWhereTheyMustBe() throws IOException {
    assertThat(row("plain", "a,b", "say \"hi\"", "two\r\nlines", "", new BigDecimal("-1.50")))
        .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",,-1.50\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void whatASpreadsheetWouldComputeIsMadeText(String formula) throws IOException {
    assertThat(row(formula).replace("\"", "")).isEqualTo("'" + formula + "\r\n");
  }

  private static String row(Object... fields) throws IOException {
    StringWriter out = new StringWriter();
    new Csv(out).row(List.of(fields));
    return out.toString();
  }
}
