package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** A JSON object of any shape as JSONB. */
@Converter
public class ContentColumn extends JsonColumn<Map<String, Object>>
    implements AttributeConverter<Map<String, Object>, Object> {

  public ContentColumn() {
    super(new TypeReference<>() {});
  }
}
