package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.work.TicketColumn;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a list in their order, each by its label on a line of its own. */
public class ColumnsText implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String LABELS = "value.column.";

  private String text = "";

  void fill(List<TicketColumn> columns) {
    text = columns.stream().map(ColumnsText::label).collect(Collectors.joining("\n"));
  }

  /**
   * Returns the columns; null when there are none.
   *
   * @throws Rejected when a line names no column
   */
  @Nullable List<TicketColumn> columns() {
    List<TicketColumn> columns =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(ColumnsText::column)
            .distinct()
            .toList();
    return columns.isEmpty() ? null : columns;
  }

  private static TicketColumn column(String line) {
    return Stream.of(TicketColumn.values())
        .filter(column -> plain(label(column)).equals(plain(line)))
        .findFirst()
        .orElseThrow(
            () -> new Rejected("/columns", "unknown", Messages.text("view.no_column", line)));
  }

  private static String plain(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  private static String label(TicketColumn column) {
    return Messages.text(LABELS + Code.of(column));
  }

  /** Returns what every column there is is called. */
  public List<String> getEvery() {
    return Stream.of(TicketColumn.values()).map(ColumnsText::label).toList();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
