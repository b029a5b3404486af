package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aBusyPortIsRefusedWithTheWayOut() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = busy.getLocalPort();

      assertThatThrownBy(() -> Ports.claim(port))
          .isInstanceOf(LaunchFailure.class)
          .hasMessage(
              "Port "
                  + port
                  + " is in use: stop what listens there or choose another with --port.");
    }
  }

  @Test
  void aPortThatIsBusyOnEveryAddressIsBusy() throws IOException {
    try (ServerSocket busy = new ServerSocket(0)) {
      assertThatThrownBy(() -> Ports.claim(busy.getLocalPort())).isInstanceOf(LaunchFailure.class);
    }
  }

  @Test
  void aFreePortIsClaimedAndZeroTakesAnyFreeOne() {
    int free = Ports.free();

    assertThat(Ports.claim(free)).isEqualTo(free);
    assertThat(Ports.claim(0)).isPositive();
  }

  @Test
  void theManagementPortGivesWay() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.prefer(busy.getLocalPort())).isNotEqualTo(busy.getLocalPort());
    }
    assertThat(Ports.prefer(70_000)).isBetween(1, 65_535);
  }
}
