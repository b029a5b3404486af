package dev.tocsin.platform.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Maps a JSONB column to JSON of any shape. */
@Converter
public class JsonNodeColumn extends JsonColumn<JsonNode>
    implements AttributeConverter<JsonNode, Object> {

  /** Made by the persistence provider. */
  public JsonNodeColumn() {
    super(new TypeReference<>() {});
  }
}
