package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerZoneTest {

  @Test
  void theBrowserEncodesTheSlash() {
    assertThat(ViewerZone.zone("Europe%2FBerlin")).contains(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars%2FBase", "%", "+01:00", "Europe/Berlin; DROP"})
  void whatNamesNoZoneIsIgnored(String cookie) {
    assertThat(ViewerZone.zone(cookie)).isEmpty();
  }
}
