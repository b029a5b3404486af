package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A shift, or the part of one, that somebody really works: what leave, overrides and higher layers
 * have left of it.
 *
 * @param source the layer or override it comes of
 * @param number the rotation's number of the shift; 0 for an override
 * @param part 1 for the first stretch of the shift, and so on
 * @param end exclusive
 */
record FinalShift(UUID source, long number, int part, Instant start, Instant end, Duty duty) {

  /** Return the name it keeps, whatever window it is seen in and however it changes. */
  String uid() {
    return source + "." + number + "." + part + "@tocsin";
  }

  List<Person> people() {
    return duty.people();
  }

  boolean isContinuedBy(UUID otherSource, long otherNumber, Duty other) {
    return source.equals(otherSource) && number == otherNumber && duty.looksLike(other);
  }

  boolean isPartOfTheSame(FinalShift other) {
    return source.equals(other.source) && number == other.number;
  }

  FinalShift until(Instant later) {
    return new FinalShift(source, number, part, start, later, duty);
  }
}
