package dev.tocsin.persistence;

import jakarta.persistence.AttributeConverter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps a text column to an enum by its name on the wire ({@link Code}), so that SQL and JSON read
 * alike.
 *
 * <p>Subclass it with the enum, say {@code implements AttributeConverter<Enum, String>} once more
 * and mark the subclass {@code @Converter}, for the reason that {@link JsonColumn} tells.
 */
public abstract class CodeColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

  private final Map<String, E> byCode;

  protected CodeColumn(Class<E> type) {
    byCode =
        Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Code::of, Function.identity()));
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable E value) {
    return value == null ? null : Code.of(value);
  }

  @Override
  public @Nullable E convertToEntityAttribute(@Nullable String column) {
    if (column == null) {
      return null;
    }
    E value = byCode.get(column);
    if (value == null) {
      throw new IllegalStateException("no such code: " + column);
    }
    return value;
  }
}
