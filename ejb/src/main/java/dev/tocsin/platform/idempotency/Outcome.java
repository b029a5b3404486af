package dev.tocsin.platform.idempotency;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer that can be given again, byte for byte.
 *
 * @param status HTTP status
 * @param headers those that belong to the answer, such as {@code Location} and {@code ETag}
 * @param body as it went out; empty for none
 */
public record Outcome(int status, SortedMap<String, String> headers, String body) {

  /** Makes an answer; the headers are copied. */
  public Outcome(int status, Map<String, String> headers, String body) {
    this(status, new TreeMap<>(headers), body);
  }
}
