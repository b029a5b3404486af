package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  private final Format format = new Format();

  @ParameterizedTest
  @CsvSource({
    "PT0.25S, 250 ms",
    "PT42S, 42 s",
    "PT5M, 5 min",
    "PT1H5M, 1 h 5 min",
    "P1DT4H30M, 1 d 4 h",
    "-PT2H, −2 h",
  })
  void aDurationShowsItsTwoLargestUnits(Duration duration, String words) {
    assertThat(format.duration(duration)).isEqualTo(words);
  }

  @Test
  void aValueWithoutALabelShowsItsOwnName() {
    assertThat(format.label("in_progress")).isEqualTo("In progress");
    assertThat(format.label(Role.AGENT)).isEqualTo("Agent");
    assertThat(format.label("P0")).isEqualTo("P0 Critical");
    assertThat(format.label(null)).isEmpty();
  }

  @Test
  void anInstantIsWrittenInUtc() {
    assertThat(format.utc(Instant.parse("2026-11-21T07:05:09Z")))
        .isEqualTo("21 Nov 2026, 07:05:09 UTC");
  }

  @Test
  void aStyleIsNamedAfterTheWireName() {
    assertThat(format.kind("at_risk")).isEqualTo("at-risk");
  }
}
