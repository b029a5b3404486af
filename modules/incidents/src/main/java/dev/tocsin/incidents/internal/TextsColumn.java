package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of texts as JSONB. */
@Converter
public class TextsColumn extends JsonColumn<List<String>>
    implements AttributeConverter<List<String>, Object> {

  public TextsColumn() {
    super(new TypeReference<>() {});
  }
}
