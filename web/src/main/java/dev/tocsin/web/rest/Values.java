package dev.tocsin.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts single JSON values as strictly as the contract words them: nothing is coerced. */
final class Values {

  private static final Pattern CANONICAL_UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Map<Class<?>, Text> TEXTS =
      Map.ofEntries(
          Map.entry(String.class, new Text("must be a string", text -> text)),
          Map.entry(UUID.class, new Text("must be a UUID", Values::uuid)),
          Map.entry(
              Instant.class,
              new Text(
                  "must be an RFC 3339 instant, for example 2026-01-31T09:00:00Z",
                  Values::instant)),
          Map.entry(
              Duration.class,
              new Text("must be an ISO 8601 duration, for example PT4H", Duration::parse)),
          Map.entry(
              LocalDate.class,
              new Text(
                  "must be a day, for example 2026-01-31",
                  text ->
                      LocalDate.parse(
                          text,
                          DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(
                              ResolverStyle.STRICT)))),
          Map.entry(
              LocalTime.class, new Text("must be a time, for example 09:00", LocalTime::parse)),
          Map.entry(
              LocalDateTime.class,
              new Text("must be a local time, for example 2026-01-31T09:00", LocalDateTime::parse)),
          Map.entry(
              ZoneId.class,
              new Text("must be an IANA time zone, for example Europe/Berlin", Values::zone)));

  private Values() {}

  /** A value that does not fit its type, and why. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String detail;

    Unfit(String code, String detail) {
      super(detail);
      this.code = code;
      this.detail = detail;
    }

    String code() {
      return code;
    }

    String detail() {
      return detail;
    }
  }

  private record Text(String wanted, Function<String, Object> parse) {}

  /** Converts a value that is not null. */
  static Object convert(JavaType type, JsonNode node) throws Unfit {
    Class<?> raw = type.getRawClass();
    Text text = TEXTS.get(raw);
    if (text != null) {
      return parse(text, node);
    }
    if (raw.isEnum()) {
      return constant(raw, node);
    }
    if (Number.class.isAssignableFrom(raw) || (type.isPrimitive() && raw != boolean.class)) {
      return number(raw, node);
    }
    if (raw == Boolean.class || raw == boolean.class) {
      if (!node.isBoolean()) {
        throw new Unfit("invalid_type", "must be true or false");
      }
      return node.booleanValue();
    }
    try {
      return Json.MAPPER.readerFor(type).readValue(node);
    } catch (JsonProcessingException e) {
      throw new Unfit("invalid_value", "does not have the expected form");
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Converts text, as it stands in a query or a path, to a simple type. */
  static Object convert(Class<?> type, String text) throws Unfit {
    if (type == boolean.class || type == Boolean.class) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new Unfit("invalid_value", "must be true or false");
      }
      return text.equals("true");
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      if (!text.matches("-?[0-9]{1,18}")) {
        throw new Unfit("invalid_value", "must be a whole number");
      }
      long number = Long.parseLong(text);
      if (type == long.class || type == Long.class) {
        return number;
      }
      if (number != (int) number) {
        throw new Unfit("out_of_range", "is too large or too small");
      }
      return (int) number;
    }
    return convert(Json.MAPPER.constructType(type), Json.MAPPER.getNodeFactory().textNode(text));
  }

  private static Object parse(Text text, JsonNode node) throws Unfit {
    if (!node.isTextual()) {
      throw new Unfit("invalid_type", text.wanted());
    }
    try {
      return text.parse().apply(node.textValue());
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new Unfit("invalid_value", text.wanted());
    }
  }

  private static Object constant(Class<?> type, JsonNode node) throws Unfit {
    for (Object constant : type.getEnumConstants()) {
      if (node.isTextual() && Code.of((Enum<?>) constant).equals(node.textValue())) {
        return constant;
      }
    }
    throw new Unfit(
        node.isTextual() ? "invalid_value" : "invalid_type",
        Stream.of(type.getEnumConstants())
            .map(constant -> Code.of((Enum<?>) constant))
            .collect(Collectors.joining(", ", "must be one of ", "")));
  }

  private static Object number(Class<?> type, JsonNode node) throws Unfit {
    if (!node.isNumber()) {
      throw new Unfit("invalid_type", "must be a number");
    }
    if (type == double.class || type == Double.class) {
      return finite(node.doubleValue());
    }
    if (type == BigDecimal.class) {
      return node.decimalValue();
    }
    if (!node.isIntegralNumber()) {
      throw new Unfit("invalid_type", "must be a whole number");
    }
    if (type == BigInteger.class) {
      return node.bigIntegerValue();
    }
    if (type == long.class || type == Long.class) {
      if (node.canConvertToLong()) {
        return node.longValue();
      }
    } else if (node.canConvertToInt()) {
      return node.intValue();
    }
    throw new Unfit("out_of_range", "is too large or too small");
  }

  private static Double finite(double number) throws Unfit {
    if (Double.isInfinite(number)) {
      throw new Unfit("out_of_range", "is too large or too small");
    }
    return number;
  }

  private static UUID uuid(String text) {
    if (!CANONICAL_UUID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return UUID.fromString(text);
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    int year = instant.atZone(java.time.ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9999) {
      throw new DateTimeException("year out of range");
    }
    return instant;
  }

  private static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new DateTimeException("no IANA zone");
    }
    return ZoneId.of(text);
  }
}
