package dev.tocsin.schedules.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.schedules.Person;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of people as JSONB. */
@Converter
public class PeopleColumn extends JsonColumn<List<Person>>
    implements AttributeConverter<List<Person>, Object> {

  public PeopleColumn() {
    super(new TypeReference<>() {});
  }
}
