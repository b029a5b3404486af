package dev.tocsin.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTextTest {

  @Test
  void whatFitsStaysAndWhatDoesNotEndsInAnEllipsis() {
    assertThat(LongText.cut("12345", 5)).isEqualTo("12345");
    assertThat(LongText.cut("123456", 5)).isEqualTo("1234\u2026");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(LongText.cut("123\uD834\uDD1E56", 5)).isEqualTo("123\u2026");
    assertThat(LongText.cut("12\uD834\uDD1E56", 5)).isEqualTo("12\uD834\uDD1E\u2026");
  }
}
