package dev.tocsin.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.platform.error.Stale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  record View(String name, long version) {}

  @Test
  void aTagOfOursIsTheVersion() {
    assertThat(IfMatch.version(IfMatch.tag(7))).isEqualTo(7);
  }

  @Test
  void noHeaderAndAStarMatchAnything() {
    assertThat(IfMatch.version(null)).isNull();
    assertThat(IfMatch.version("*")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "W/\"7\"", "\"abc\"", "", "\"99999999999999999999\""})
  void anyOtherTagCannotMatch(String header) {
    assertThatExceptionOfType(Stale.class).isThrownBy(() -> IfMatch.version(header));
  }

  @Test
  void aViewIsTaggedWithItsVersion() {
    assertThat(EntityTags.version(new View("a", 3))).hasValue(3);
    assertThat(
            EntityTags.version(
                new Problem("", "", 1, null, null, "", java.util.List.of(), java.util.Map.of())))
        .isEmpty();
  }
}
