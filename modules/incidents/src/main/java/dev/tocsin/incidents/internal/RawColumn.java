package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JSON of any shape, as its source sent it, as JSONB. */
@Converter
public class RawColumn extends JsonColumn<JsonNode>
    implements AttributeConverter<JsonNode, Object> {

  public RawColumn() {
    super(new TypeReference<>() {});
  }
}
