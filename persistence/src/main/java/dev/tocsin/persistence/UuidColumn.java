package dev.tocsin.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Maps every {@code UUID} that may be null to {@code uuid}; EclipseLink's own converter cannot read
 * a null.
 *
 * <p>Each unit names this class in its {@code persistence.xml}, beside {@link InstantColumn}.
 */
@Converter(autoApply = true)
public class UuidColumn implements AttributeConverter<UUID, Object> {

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable UUID value) {
    return value;
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
    return column == null || column instanceof UUID
        ? (UUID) column
        : UUID.fromString(column.toString());
  }
}
