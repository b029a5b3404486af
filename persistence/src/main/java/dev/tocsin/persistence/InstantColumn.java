package dev.tocsin.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Maps every {@code Instant} to {@code timestamptz}; JPA 3.1 does not know the type and would
 * serialize it.
 *
 * <p>Each unit names this class in its {@code persistence.xml}. Parameters of native queries are
 * not converted: pass {@link #of}.
 */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Timestamp> {

  /** Returns an instant as native queries take it. */
  public static Timestamp of(Instant instant) {
    return Timestamp.from(instant);
  }

  @Override
  public @Nullable Timestamp convertToDatabaseColumn(@Nullable Instant value) {
    return value == null ? null : of(value);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable Timestamp column) {
    return column == null ? null : column.toInstant();
  }
}
