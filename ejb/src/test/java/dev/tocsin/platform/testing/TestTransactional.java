package dev.tocsin.platform.testing;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks session beans, whose methods run in transactions. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface TestTransactional {

  @SuppressWarnings("BadAnnotationImplementation") // AnnotationLiteral implements the rest
  final class Literal extends AnnotationLiteral<TestTransactional> implements TestTransactional {
    private static final long serialVersionUID = 1L;
    static final Literal INSTANCE = new Literal();
  }
}
