package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.platform.error.Rejected;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {

  @ParameterizedTest
  @CsvSource({
    "4h, PT4H",
    "4 H, PT4H",
    "30 min, PT30M",
    "90m, PT1H30M",
    "1 d 4 h, PT28H",
    "1d4h30min5s, PT28H30M5S",
    "2 days, PT48H",
    "1w, PT168H",
    "PT15M, PT15M",
    "pt0.5s, PT0.5S",
  })
  void whatPeopleTypeIsRead(String text, Duration length) {
    assertThat(Lengths.parse(text, "/target")).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "h", "4 parsecs", "4 h and", "-4 h", "P", "9999999999 h"})
  void whatIsNoLengthIsRefusedAtItsInput(String text) {
    assertThatThrownBy(() -> Lengths.parse(text, "/target"))
        .isInstanceOf(Rejected.class)
        .hasMessageStartingWith("/target: ");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 59, 60, 3_599, 3_600, 86_399, 86_400, 90_061, 604_800, 316_224_000})
  void whatIsWrittenIsReadAgain(long seconds) {
    Duration length = Duration.ofSeconds(seconds);
    assertThat(Lengths.parse(Lengths.text(length), "/target")).isEqualTo(length);
  }
}
