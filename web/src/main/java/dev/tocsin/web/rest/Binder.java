package dev.tocsin.web.rest;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.persistence.Patch;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of a JSON tree and finds <em>every</em> fault of it at once.
 *
 * <p>Jackson stops at the first value that does not fit; a person mending a form wants them all. So
 * records, lists and maps are walked here, single values are converted by {@link Values}, and each
 * component's Bean Validation constraints are asked before the record is made.
 */
public final class Binder {

  private final List<Fault> faults = new ArrayList<>();

  private Binder() {}

  /**
   * Returns the value of a type that a tree describes.
   *
   * @throws Rejected with every fault found
   */
  public static @Nullable Object bind(JavaType type, JsonNode tree) {
    Binder binder = new Binder();
    Object value = binder.value(type, tree, "");
    if (!binder.faults.isEmpty()) {
      throw new Rejected(binder.faults);
    }
    return value;
  }

  private @Nullable Object value(JavaType type, JsonNode node, String pointer) {
    if (type.isTypeOrSubTypeOf(JsonNode.class)) {
      return node;
    }
    if (type.hasRawClass(Optional.class)) {
      return Optional.ofNullable(value(type.containedTypeOrUnknown(0), node, pointer));
    }
    if (type.hasRawClass(Patch.class)) {
      return new Patch<>(value(type.containedTypeOrUnknown(0), node, pointer));
    }
    if (node.isNull()) {
      return type.isPrimitive() ? fault(pointer, "invalid_type", "must not be null", type) : null;
    }
    Optional<RecordShape> shape = RecordShape.of(type);
    if (shape.isPresent()) {
      return record(shape.get(), node, pointer);
    }
    if (type.isCollectionLikeType()) {
      return elements(type, node, pointer);
    }
    if (type.isMapLikeType()) {
      return entries(type, node, pointer);
    }
    try {
      return Values.convert(type, node);
    } catch (Values.Unfit e) {
      return fault(pointer, e.code(), e.detail(), type);
    }
  }

  private @Nullable Object record(RecordShape shape, JsonNode node, String pointer) {
    if (!node.isObject()) {
      return fault(pointer, "invalid_type", "must be an object", null);
    }
    List<RecordShape.Part> parts = shape.parts();
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    int before = faults.size();
    for (int i = 0; i < values.length; i++) {
      values[i] = part(shape, parts.get(i), node.get(parts.get(i).key()), pointer);
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!shape.knows(key)) {
                faults.add(new Fault(pointer + '/' + escaped(key), "unknown_key", "is not known"));
              }
            });
    return faults.size() > before ? null : create(shape, values, pointer);
  }

  private @Nullable Object part(
      RecordShape owner, RecordShape.Part part, @Nullable JsonNode node, String parent) {
    int before = faults.size();
    Object value =
        node == null
            ? absent(part.type())
            : value(part.type(), node, parent + '/' + escaped(part.key()));
    if (part.constrained() && faults.size() == before) {
      Input.faults(owner.type(), part.name(), value).stream()
          .map(fault -> new Fault(parent + fault.pointer(), fault.code(), fault.detail()))
          .forEach(faults::add);
    }
    return value;
  }

  private @Nullable Object elements(JavaType type, JsonNode node, String pointer) {
    if (!node.isArray()) {
      return fault(pointer, "invalid_type", "must be an array", type);
    }
    Collection<Object> result =
        Set.class.isAssignableFrom(type.getRawClass()) ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      String at = pointer + '/' + i;
      Object element = value(type.getContentType(), node.get(i), at);
      if (element != null) {
        result.add(element);
      } else if (node.get(i).isNull()) {
        faults.add(new Fault(at, "invalid_type", "must not be null"));
      }
    }
    return result;
  }

  private @Nullable Object entries(JavaType type, JsonNode node, String pointer) {
    if (!node.isObject()) {
      return fault(pointer, "invalid_type", "must be an object", type);
    }
    Map<Object, @Nullable Object> result = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              String at = pointer + '/' + escaped(entry.getKey());
              try {
                JsonNode key = JsonNodeFactory.instance.textNode(entry.getKey());
                result.put(
                    Values.convert(type.getKeyType(), key),
                    value(type.getContentType(), entry.getValue(), at));
              } catch (Values.Unfit e) {
                faults.add(new Fault(at, e.code(), e.detail()));
              }
            });
    return result;
  }

  private @Nullable Object create(RecordShape shape, @Nullable Object[] values, String pointer) {
    try {
      return shape.create(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Rejected rejected) {
        rejected.faults().stream()
            .map(f -> new Fault(pointer + f.pointer(), f.code(), f.detail()))
            .forEach(faults::add);
        return null;
      }
      if (e.getCause() instanceof IllegalArgumentException refused) {
        return fault(pointer, "invalid", String.valueOf(refused.getMessage()), null);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private @Nullable Object fault(
      String pointer, String code, String detail, @Nullable JavaType type) {
    faults.add(new Fault(pointer, code, detail));
    return type == null ? null : absent(type);
  }

  /** Returns what stands for an absent value: null, or a primitive's zero. */
  private static @Nullable Object absent(JavaType type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type.getRawClass(), 1), 0) : null;
  }

  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
