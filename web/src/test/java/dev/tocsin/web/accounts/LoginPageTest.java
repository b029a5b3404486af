package dev.tocsin.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"/console/home", "/console/tickets/list?status=all&q=a"})
  void aPageOfTheConsoleIsReturnedTo(String address) {
    assertThat(LoginPage.isOurs(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/console/",
        "//evil.example/console/",
        "/console\\..\\evil",
        "/console/x\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/api/v1/users"
      })
  void noOtherAddressIsFollowed(String address) {
    assertThat(LoginPage.isOurs(address)).isFalse();
  }
}
