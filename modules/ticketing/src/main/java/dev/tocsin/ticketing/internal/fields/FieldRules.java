package dev.tocsin.ticketing.internal.fields;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Fault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds values against the fields of the desk; those of no field need only be plain. */
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
    Map<String, CustomField> fields =
        store.remembered().stream()
            .collect(
                Collectors.toMap(
                    CustomField::key, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    List<Fault> faults = new ArrayList<>();
    values.forEach((key, value) -> judge(fields.get(key), key, value, faults));
    if (mustFill) {
      fields.values().stream()
          .filter(field -> field.mustBeFilled() && !values.containsKey(field.key()))
          .forEach(field -> faults.add(missing(field.key())));
    }
    return faults;
  }

  private static void judge(
      @Nullable CustomField field, String key, @Nullable Object value, List<Fault> faults) {
    if (value != null) {
      (field == null ? PlainValue.refusalOf(value) : field.refusalOf(value))
          .ifPresent(why -> faults.add(new Fault(pointer(key), "invalid", why)));
    } else if (field != null && field.mustBeFilled()) {
      faults.add(missing(key));
    }
  }

  private static Fault missing(String key) {
    return new Fault(pointer(key), "required", "must be filled");
  }

  private static String pointer(String key) {
    return "/custom_fields/" + key.replace("~", "~0").replace("/", "~1");
  }
}
