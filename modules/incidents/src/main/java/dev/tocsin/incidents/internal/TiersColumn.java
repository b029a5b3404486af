package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** The tiers of a policy as JSONB. */
@Converter
public class TiersColumn extends JsonColumn<List<PolicyTier>>
    implements AttributeConverter<List<PolicyTier>, Object> {

  public TiersColumn() {
    super(new TypeReference<>() {});
  }
}
