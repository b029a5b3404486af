package dev.tocsin.ticketing.internal.fields;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.ticketing.fields.FieldType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** How custom fields lie in columns. */
final class FieldColumns {

  private FieldColumns() {}

  /** A type as its code. */
  @Converter
  public static class OfType extends CodeColumn<FieldType>
      implements AttributeConverter<FieldType, String> {
    public OfType() {
      super(FieldType.class);
    }
  }

  /** Options as a JSON array. */
  @Converter
  public static class OfOptions extends JsonColumn<List<String>>
      implements AttributeConverter<List<String>, Object> {
    public OfOptions() {
      super(new TypeReference<>() {});
    }
  }
}
