package dev.tocsin.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "Sommer-in-Kiel",
        "\uD83D\uDE80\uD83D\uDE81\uD83D\uDE82\uD83D\uDE83\uD83D\uDE84\uD83D\uDE85rocket",
        "no rules but length!"
      })
  void lengthIsEnough(String password) {
    assertThat(PasswordPolicy.faults("/password", password, "ada@example.com", "Ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elevenchars",
        "\uD83D\uDE80\uD83D\uDE81\uD83D\uDE82\uD83D\uDE83\uD83D\uDE84\uD83D\uDE85"
      })
  void fewerThanTwelveCharactersAreTooShort(String password) {
    assertThat(PasswordPolicy.faults("/password", password))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/password", "too_short"));
  }

  @Test
  void moreThan128CharactersAreTooLong() {
    String longest = "abcdefgh".repeat(16);
    assertThat(PasswordPolicy.faults("/p", longest)).isEmpty();
    assertThat(PasswordPolicy.faults("/p", longest + "x"))
        .extracting(Fault::code)
        .containsExactly("too_long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password1234!",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "123456789012",
        "QWERTYUIOPAS",
        "0987654321098",
        "ada@example.com",
        "AdaKingLovelace"
      })
  void whatIsGuessedFirstIsTooCommon(String password) {
    assertThat(PasswordPolicy.faults("/p", password, "Ada@example.com", "Ada King Lovelace"))
        .extracting(Fault::code)
        .containsExactly("too_common");
  }

  @Test
  void aMissingPasswordIsAnotherRulesFault() {
    assertThat(PasswordPolicy.faults("/p", null, "a@b.c", null)).isEmpty();
  }
}
