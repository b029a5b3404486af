package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.Warning;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hours of one day; a dash is an hour in which nobody is on call. */
class GapsTest {

  @Test
  void whatNobodyCoveredBeforeIsNoNewGap() {
    assertThat(gaps("-aa-bb-", "-------")).containsExactly("1-3", "4-6");
  }

  @Test
  void whatOneAfterTheOtherCoveredIsOneGap() {
    assertThat(gaps("aabbcc", "a----c")).containsExactly("1-5");
  }

  @Test
  void aChangeThatLeavesNobodyOutWarnsOfNothing() {
    assertThat(gaps("aabb--", "bbaacc")).isEmpty();
    assertThat(gaps("----", "----")).isEmpty();
  }

  private static List<String> gaps(String before, String after) {
    return Gaps.opened(segments(before), segments(after)).stream().map(GapsTest::hours).toList();
  }

  private static String hours(Warning warning) {
    String[] words = warning.detail().split(" ", -1);
    return Instant.parse(words[5]).getEpochSecond() / 3600
        + "-"
        + Instant.parse(words[7].substring(0, words[7].length() - 1)).getEpochSecond() / 3600;
  }

  private static List<OnCallSegment> segments(String hours) {
    return Stream.iterate(0, hour -> hour < hours.length(), hour -> hour + 1)
        .map(hour -> segment(hour, hours.substring(hour, hour + 1)))
        .toList();
  }

  static OnCallSegment segment(int hour, String names) {
    List<Person> users =
        names
            .chars()
            .filter(name -> name != '-')
            .mapToObj(name -> new Person(Character.toString(name), null))
            .toList();
    Instant start = Instant.ofEpochSecond(hour * 3600L);
    String first = users.isEmpty() ? "" : users.get(0).name();
    return new OnCallSegment(start, start.plusSeconds(3600), first, users, false, null, "test");
  }
}
