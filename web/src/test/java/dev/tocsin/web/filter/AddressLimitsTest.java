package dev.tocsin.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AddressLimitsTest {

  @Test
  @Tag("ticketpulse-34")
  void tenTriesAtOnceAndTheEleventhWaits() {
    AddressLimits limits = new AddressLimits();
    for (int i = 0; i < 10; i++) {
      assertThat(limits.waitSeconds("192.0.2.1")).isZero();
    }
    assertThat(limits.waitSeconds("192.0.2.1")).isEqualTo(1);
  }

  @Test
  void oneAddressDoesNotSlowAnother() {
    AddressLimits limits = new AddressLimits();
    for (int i = 0; i < 11; i++) {
      limits.waitSeconds("192.0.2.1");
    }
    assertThat(limits.waitSeconds("192.0.2.2")).isZero();
  }

  @Test
  void theAddressesOfOneIpv6NetworkShareALimit() {
    assertThat(AddressLimits.network("2001:db8::1"))
        .isEqualTo(AddressLimits.network("2001:db8::ffff"))
        .isNotEqualTo(AddressLimits.network("2001:db8:0:1::1"));
  }
}
