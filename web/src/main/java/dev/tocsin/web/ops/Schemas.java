package dev.tocsin.web.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.Patch;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the records of the API as JSON Schema, with the constraints they carry. */
final class Schemas {

  private static final Map<Class<?>, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(LocalTime.class, Map.of("type", "string", "format", "time")),
          Map.entry(LocalDateTime.class, Map.of("type", "string")),
          Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
          Map.entry(ZoneId.class, Map.of("type", "string", "examples", List.of("Europe/Berlin"))),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(Long.class, Map.of("type", "integer", "format", "int64")));

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, JavaType> types = new HashMap<>();

  /** Returns the schema of a type; records become named components that it refers to. */
  Map<String, Object> of(Type type) {
    return schema(Json.MAPPER.constructType(type));
  }

  /** Returns every named component met so far. */
  Map<String, Object> named() {
    return named;
  }

  private Map<String, Object> schema(JavaType type) {
    Class<?> raw = type.getRawClass();
    Map<String, Object> simple = SIMPLE.get(raw);
    if (simple != null) {
      return simple;
    }
    if (raw.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Stream.of(raw.getEnumConstants()).map(c -> Code.of((Enum<?>) c)).toList());
    }
    if (Number.class.isAssignableFrom(raw) || raw == double.class) {
      return Map.of("type", "number");
    }
    if (raw == Optional.class || raw == Patch.class) {
      return schema(type.containedTypeOrUnknown(0));
    }
    if (type.isCollectionLikeType()) {
      return Map.of("type", "array", "items", schema(type.getContentType()));
    }
    if (type.isMapLikeType()) {
      return Map.of("type", "object", "additionalProperties", schema(type.getContentType()));
    }
    return raw.isRecord() ? reference(type) : Map.of();
  }

  private Map<String, Object> reference(JavaType type) {
    String name =
        type.hasRawClass(Page.class)
            ? type.containedTypeOrUnknown(0).getRawClass().getSimpleName() + "Page"
            : type.getRawClass().getSimpleName();
    name = unique(name, type);
    if (!named.containsKey(name)) {
      Map<String, Object> schema = new LinkedHashMap<>();
      named.put(name, schema); // first, for types that hold themselves
      Map<String, Object> properties = new LinkedHashMap<>();
      List<String> required = new ArrayList<>();
      describe(type, properties, required);
      schema.put("type", "object");
      schema.put("properties", properties);
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      schema.put("additionalProperties", false);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /** Returns a name no other type has: two modules may both have a policy. */
  private String unique(String name, JavaType type) {
    JavaType first = types.putIfAbsent(name, type);
    if (first == null || first.equals(type)) {
      return name;
    }
    Class<?> owner =
        type.hasRawClass(Page.class)
            ? type.containedTypeOrUnknown(0).getRawClass()
            : type.getRawClass();
    String area = owner.getPackageName().replaceFirst(".*\\.", "");
    String longer = area.substring(0, 1).toUpperCase(Locale.ROOT) + area.substring(1) + name;
    types.put(longer, type);
    return longer;
  }

  private void describe(JavaType type, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : type.getRawClass().getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        describe(Json.MAPPER.constructType(component.getGenericType()), properties, required);
        continue;
      }
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      String name =
          renamed == null || renamed.value().isEmpty()
              ? SnakeCaseStrategy.INSTANCE.translate(component.getName())
              : renamed.value();
      JavaType declared =
          Json.MAPPER
              .getTypeFactory()
              .resolveMemberType(component.getGenericType(), type.getBindings());
      Map<String, Object> property = new LinkedHashMap<>(schema(declared));
      constrain(component.getAccessor(), declared, property);
      properties.put(name, property);
      if (isRequired(component)) {
        required.add(name);
      }
    }
  }

  private static boolean isRequired(RecordComponent component) {
    Method accessor = component.getAccessor();
    return has(accessor, NotNull.class)
        || has(accessor, NotBlank.class)
        || has(accessor, NotEmpty.class)
        || !(component.getType().isPrimitive()
            || component.getType() == Optional.class
            || component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static void constrain(Method accessor, JavaType type, Map<String, Object> property) {
    Size size = accessor.getAnnotation(Size.class);
    if (size != null) {
      String unit = type.isContainerType() ? "Items" : "Length";
      if (size.min() > 0) {
        property.put("min" + unit, size.min());
      }
      if (size.max() < Integer.MAX_VALUE) {
        property.put("max" + unit, size.max());
      }
    } else if (has(accessor, NotBlank.class)) {
      property.put("minLength", 1);
    }
    Pattern pattern = accessor.getAnnotation(Pattern.class);
    if (pattern != null) {
      property.put("pattern", "^(?:" + pattern.regexp() + ")$");
    }
    if (has(accessor, Email.class)) {
      property.put("format", "email");
    }
    Min min = accessor.getAnnotation(Min.class);
    if (min != null) {
      property.put("minimum", min.value());
    }
    Max max = accessor.getAnnotation(Max.class);
    if (max != null) {
      property.put("maximum", max.value());
    }
  }

  private static boolean has(Method accessor, Class<? extends Annotation> annotation) {
    return accessor.isAnnotationPresent(annotation);
  }
}
