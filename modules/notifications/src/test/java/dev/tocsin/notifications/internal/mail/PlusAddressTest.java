package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlusAddressTest {

  @Test
  void theTokenComesBackWhateverServersDoToItsCase() {
    for (int i = 0; i < 1000; i++) {
      String token = PlusAddress.newToken();
      String address = PlusAddress.with("support@example.org", token);
      assertThat(address).startsWith("support+").endsWith("@example.org");
      assertThat(PlusAddress.token(address.toUpperCase(Locale.ROOT))).contains(token);
    }
  }

  @Test
  void noTokenIsMadeTwice() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(PlusAddress.newToken());
    }
    assertThat(tokens).hasSize(1000).allMatch(token -> token.length() == 26);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support@example.org",
        "support+short@example.org",
        "support+00000000000000000000000000",
        "support+0000000000000000000000000z@example.org",
        "",
        "@"
      })
  void otherAddressesCarryNone(String address) {
    assertThat(PlusAddress.token(address)).isEmpty();
  }

  @Test
  void anAddressWithANameKeepsIt() {
    assertThat(PlusAddress.with("Desk <support@example.org>", "t"))
        .isEqualTo("Desk <support+t@example.org>");
  }
}
