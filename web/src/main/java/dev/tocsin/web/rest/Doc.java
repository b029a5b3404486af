package dev.tocsin.web.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the published API description says about a resource method beyond its signature. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Doc {

  /** Returns the one sentence about it. */
  String value();

  /** Returns the status of success. */
  int status() default 200;

  /**
   * Returns what success answers, where the signature only says {@code Response}; an {@code
   * InputStream} is a file.
   */
  Class<?> answers() default Void.class;

  /** Returns what the body is, where the signature only says bytes. */
  Class<?> body() default Void.class;

  /** Returns whether the body is a file: a multipart form's part {@code file}, or all of it. */
  boolean takesFile() default false;

  /** Returns the statuses of failure beside those that every method of its kind can answer. */
  int[] failures() default {};
}
