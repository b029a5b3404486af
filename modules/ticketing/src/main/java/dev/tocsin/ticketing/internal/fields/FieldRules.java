package dev.tocsin.ticketing.internal.fields;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Fault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds values against the fields of the desk; keys that no field has pass. */
@Dependent
public class FieldRules {

  @Inject private FieldStore store;

  /**
   * Returns every fault of a new ticket's values. Who works here must fill what is required; a
   * customer does not know the desk's fields, and mail has none.
   */
  public List<Fault> atOpening(
      Actor actor, @Nullable Map<String, ? extends @Nullable Object> values) {
    boolean mustFill = !actor.isCustomer() && actor.kind() != Actor.Kind.SYSTEM;
    Map<String, ? extends @Nullable Object> given = values == null ? Map.of() : values;
    return mustFill || !given.isEmpty() ? faults(given, mustFill) : List.of();
  }

  /** Returns every fault of a change of values, of which a null empties a field. */
  public List<Fault> atChange(@Nullable Map<String, ? extends @Nullable Object> changes) {
    return changes == null || changes.isEmpty() ? List.of() : faults(changes, false);
  }

  private List<Fault> faults(Map<String, ? extends @Nullable Object> values, boolean mustFill) {
    List<Fault> faults = new ArrayList<>();
    for (CustomField field : store.all()) {
      String pointer = "/custom_fields/" + field.key();
      Object value = values.get(field.key());
      if (value != null) {
        field.refusalOf(value).ifPresent(why -> faults.add(new Fault(pointer, "invalid", why)));
      } else if (field.mustBeFilled() && (mustFill || values.containsKey(field.key()))) {
        faults.add(new Fault(pointer, "required", "must be filled"));
      }
    }
    return faults;
  }
}
