package dev.tocsin.web.rest;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.error.Rejected;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts path and query parameters to the types resources declare.
 *
 * <p>JAX-RS answers 404 to a parameter that does not convert; the contract wants a 400 that names
 * it. {@link ParamCheck} has judged them all before they come here.
 */
@Provider
public class Params implements ParamConverterProvider {

  private static final Set<Class<?>> SIMPLE = Set.of(UUID.class, Instant.class, LocalDate.class);

  @Override
  @SuppressWarnings("unchecked") // the converter makes exactly the type it was asked for
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    return type.isEnum() || SIMPLE.contains(type) ? (ParamConverter<T>) new Converter(type) : null;
  }

  private record Converter(Class<?> type) implements ParamConverter<Object> {

    @Override
    public @Nullable Object fromString(@Nullable String text) {
      if (text == null) {
        return null;
      }
      try {
        return Values.convert(type, text);
      } catch (Values.Unfit e) {
        throw new Rejected("", e.code(), e.detail());
      }
    }

    @Override
    public String toString(Object value) {
      return value instanceof Enum<?> constant ? Code.of(constant) : value.toString();
    }
  }
}
