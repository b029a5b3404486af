package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is typed or chosen in one custom field. Whether that will do is the desk's to say: what is
 * no number goes on as the text it is.
 */
public class FieldInput implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}([.,]\\d{1,30})?");

  private final CustomFieldView field;
  private String text = "";
  private List<String> chosen = List.of();

  /** Makes the empty input of a field. */
  FieldInput(CustomFieldView field) {
    this.field = field;
  }

  void fill(@Nullable Object value) {
    chosen =
        value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    text = value == null || value instanceof List ? "" : value.toString();
  }

  /** Returns the value as tickets keep it; null when there is none. */
  public @Nullable Object value() {
    String typed = text.strip();
    if (field.type() == FieldType.MULTI_SELECT) {
      return chosen.isEmpty() ? null : List.copyOf(chosen);
    }
    if (typed.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case NUMBER ->
          NUMBER.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')) : typed;
      case BOOLEAN -> Boolean.valueOf(typed);
      default -> typed;
    };
  }

  public CustomFieldView getField() {
    return field;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable List<String> chosen) {
    this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
  }
}
