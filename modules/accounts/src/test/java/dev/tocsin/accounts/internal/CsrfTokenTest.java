package dev.tocsin.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.Tokens;
import org.junit.jupiter.api.Test;

class CsrfTokenTest {

  @Test
  void itFollowsFromTheSessionButIsNotIt() {
    assertThat(CsrfToken.of("a")).isEqualTo(CsrfToken.of("a")).isNotEqualTo(CsrfToken.of("b"));
    assertThat(CsrfToken.of("a")).isNotEqualTo(Tokens.digest("a"));
  }
}
