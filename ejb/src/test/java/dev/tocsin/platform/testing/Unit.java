package dev.tocsin.platform.testing;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Names the persistence unit of an injected entity manager. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Unit {
  String value();

  @SuppressWarnings("BadAnnotationImplementation") // AnnotationLiteral implements the rest
  final class Literal extends AnnotationLiteral<Unit> implements Unit {
    private static final long serialVersionUID = 1L;
    private final String value;

    Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
