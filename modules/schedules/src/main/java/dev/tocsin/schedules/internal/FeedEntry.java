package dev.tocsin.schedules.internal;

import dev.tocsin.platform.Tokens;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A shift as a feed shows it.
 *
 * @param sequence how often feeds have said something new of it
 * @param changedAt when they last did, to the second
 */
public record FeedEntry(
    String uid,
    String schedule,
    String people,
    String reason,
    Instant start,
    Instant end,
    int sequence,
    Instant changedAt) {

  static FeedEntry of(Schedule schedule, FinalShift shift, int sequence, Instant changedAt) {
    String people = shift.people().stream().map(Person::name).collect(Collectors.joining(", "));
    return new FeedEntry(
        shift.uid(),
        schedule.name(),
        people,
        shift.duty().reason(),
        shift.start(),
        shift.end(),
        sequence,
        changedAt);
  }

  /** Return a digest of all that a calendar shows, and of nothing else. */
  String content() {
    return Tokens.digest(String.join("\n", schedule, people, reason, start + "/" + end));
  }
}
