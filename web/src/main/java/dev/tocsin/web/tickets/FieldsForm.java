package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.fields.CustomFieldView;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The custom fields that a desk offers, as inputs; values that no field offers are only shown. */
public class FieldsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private List<FieldInput> inputs = List.of();
  private Map<String, Object> others = Map.of();

  /** Offers fields, with a ticket's values in them. */
  void fill(List<CustomFieldView> fields, Map<String, Object> values) {
    // the inputs stay the same while the page is open: what is drawn of them is remembered by place
    if (inputs.isEmpty()) {
      inputs = fields.stream().filter(f -> f.archivedAt() == null).map(FieldInput::new).toList();
    }
    Map<String, Object> left = new TreeMap<>(values);
    for (FieldInput input : inputs) {
      input.fill(left.remove(input.getField().key()));
    }
    fields.forEach(
        field -> {
          Object archived = left.remove(field.key());
          if (archived != null) {
            left.put(field.label(), archived);
          }
        });
    others = left;
  }

  /** Returns the value of every input by its field's key; null where there is none. */
  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    inputs.forEach(input -> values.put(input.getField().key(), input.value()));
    return values;
  }

  /** Returns the values there are, by their fields' keys. */
  Map<String, Object> filled() {
    Map<String, Object> filled = new LinkedHashMap<>();
    values()
        .forEach(
            (key, value) -> {
              if (value != null) {
                filled.put(key, value);
              }
            });
    return filled;
  }

  public List<FieldInput> getInputs() {
    return inputs;
  }

  /** Returns what a ticket has beside: in archived fields, by their labels, and of programs. */
  public Map<String, Object> getOthers() {
    return others;
  }
}
