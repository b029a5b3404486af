package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads lists as forms hold them: texts separated by commas, choices by their codes. */
final class Typed {

  private Typed() {}

  /** Returns the texts between commas; null when there is none. */
  static @Nullable List<String> list(String text) {
    return orNull(
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList());
  }

  static String joined(@Nullable Collection<String> texts) {
    return texts == null ? "" : String.join(", ", texts);
  }

  static List<String> codes(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Code::of).toList();
  }

  static List<String> texts(@Nullable Collection<?> values) {
    return values == null ? List.of() : values.stream().map(Object::toString).toList();
  }

  static <E extends Enum<E>> @Nullable List<E> constants(Collection<String> codes, Class<E> type) {
    return orNull(
        Stream.of(type.getEnumConstants())
            .filter(constant -> codes.contains(Code.of(constant)))
            .toList());
  }

  static @Nullable List<UUID> ids(Collection<String> texts) {
    return orNull(texts.stream().map(UUID::fromString).toList());
  }

  private static <T> @Nullable List<T> orNull(List<T> values) {
    return values.isEmpty() ? null : values;
  }
}
