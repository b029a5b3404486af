package dev.tocsin.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Maps a JSONB column to an immutable value.
 *
 * <p>Subclass it with the value's type, say {@code implements AttributeConverter<Value, Object>}
 * once more and mark the subclass {@code @Converter}: EclipseLink takes the last type argument in
 * the class's own header for the column's type, and would convert the text back to it. The driver
 * hands over its own object type for JSONB, hence {@code Object}: it is read through {@code
 * toString()} and written as text (the data sources set {@code stringtype=unspecified}).
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, Object> {

  private final TypeReference<T> type;

  protected JsonColumn(TypeReference<T> type) {
    this.type = type;
  }

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable T value) {
    return value == null ? null : Json.write(value);
  }

  @Override
  public @Nullable T convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : Json.read(column.toString(), type);
  }
}
