package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schedules.Person;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|''",
        "a b|1:a>b",
        "- a|1:>a",
        "a -|1:a>",
        "a a|''",
        "ab bc|1:a>c",
        "ab ba|''",
        "a ab abc c|1:>b 2:>c 3:ab>",
        "a A|''"
      })
  void whoComesAndWhoGoes(String segments, String handoffs) {
    String[] each = segments.split(" ", -1);
    assertThat(
            Handoff.in(
                    IntStream.range(0, each.length)
                        .mapToObj(hour -> GapsTest.segment(hour, each[hour]))
                        .toList())
                .stream()
                .map(HandoffTest::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(handoffs);
  }

  private static String text(Handoff handoff) {
    return handoff.at().getEpochSecond() / 3600
        + ":"
        + names(handoff.outgoing())
        + ">"
        + names(handoff.incoming());
  }

  private static String names(List<Person> people) {
    return people.stream().map(Person::name).collect(Collectors.joining());
  }
}
