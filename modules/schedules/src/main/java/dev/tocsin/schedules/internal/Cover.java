package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An override as the evaluator sees it: this person instead of whoever the layers name.
 *
 * @param end exclusive
 */
record Cover(Person person, Instant start, Instant end, @Nullable String reason) {

  boolean covers(Instant t) {
    return !t.isBefore(start) && t.isBefore(end);
  }
}
