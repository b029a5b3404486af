package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** Texts by name, such as labels, as JSONB. */
@Converter
public class TextMapColumn extends JsonColumn<Map<String, String>>
    implements AttributeConverter<Map<String, String>, Object> {

  public TextMapColumn() {
    super(new TypeReference<>() {});
  }
}
