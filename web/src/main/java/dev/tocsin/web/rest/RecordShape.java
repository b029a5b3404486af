package dev.tocsin.web.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Input;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the binder has to know of a record type; found out once, since reflection is slow. */
final class RecordShape {

  private static final Map<JavaType, Optional<RecordShape>> KNOWN = new ConcurrentHashMap<>();

  private final Class<?> type;
  private final List<Part> parts;
  private final Constructor<?> canonical;

  /**
   * A component of the record.
   *
   * @param key what JSON calls it
   * @param name what Java calls it
   * @param constrained whether Bean Validation has anything to say about it
   */
  record Part(String key, String name, JavaType type, boolean constrained) {}

  private RecordShape(JavaType type) {
    this.type = type.getRawClass();
    RecordComponent[] components = this.type.getRecordComponents();
    parts = Stream.of(components).map(component -> part(type, component)).toList();
    try {
      canonical =
          this.type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  /** Returns the shape of a record to be bound part by part; empty for every other type. */
  static Optional<RecordShape> of(JavaType type) {
    return KNOWN.computeIfAbsent(
        type, asked -> isComposed(asked) ? Optional.of(new RecordShape(asked)) : Optional.empty());
  }

  private static boolean isComposed(JavaType type) {
    Class<?> raw = type.getRawClass();
    return raw.isRecord()
        && !raw.isAnnotationPresent(JsonDeserialize.class)
        && !raw.isAnnotationPresent(JsonTypeInfo.class)
        && Stream.of(raw.getDeclaredMethods())
            .noneMatch(
                method ->
                    method.isAnnotationPresent(JsonCreator.class)
                        || method.isAnnotationPresent(JsonValue.class));
  }

  private static Part part(JavaType owner, RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return new Part(
        named == null || named.value().isEmpty()
            ? SnakeCaseStrategy.INSTANCE.translate(component.getName())
            : named.value(),
        component.getName(),
        Json.MAPPER
            .getTypeFactory()
            .resolveMemberType(component.getGenericType(), owner.getBindings()),
        Input.isConstrained(owner.getRawClass(), component.getName()));
  }

  Class<?> type() {
    return type;
  }

  List<Part> parts() {
    return parts;
  }

  /** Returns whether a key of JSON names a part. */
  boolean knows(String key) {
    return parts.stream().anyMatch(part -> part.key().equals(key));
  }

  /**
   * Makes a record.
   *
   * @throws InvocationTargetException when its constructor refuses the values
   */
  Object create(@Nullable Object[] values) throws InvocationTargetException {
    try {
      return canonical.newInstance(values);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
