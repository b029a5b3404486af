package dev.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void aTokenHoldsThirtyTwoRandomBytes() {
    String token = Tokens.random();
    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    assertThat(Tokens.random()).isNotEqualTo(token);
  }

  @Test
  void theDigestIsSha256() {
    assertThat(Tokens.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
