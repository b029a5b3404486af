package dev.tocsin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses ports of the loopback address. */
final class Ports {
  private Ports() {}

  /** Answer a port that is free now. */
  static int free() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Answer the wanted port, or a free one for 0.
   *
   * @throws LaunchFailure if somebody listens on it
   */
  static int claim(int wanted) {
    if (wanted == 0) {
      return free();
    }
    if (!isFree(wanted)) {
      throw new LaunchFailure(
          "Port " + wanted + " is in use: stop what listens there or choose another with --port.");
    }
    return wanted;
  }

  /** Answer the wanted port if it is free, else any free one. */
  static int prefer(int wanted) {
    return wanted <= 65535 && isFree(wanted) ? wanted : free();
  }

  private static boolean isFree(int port) {
    // Bound to every address first: a listener on any of them is in our way or in our users'.
    try (ServerSocket everywhere = new ServerSocket()) {
      everywhere.setReuseAddress(true);
      everywhere.bind(new InetSocketAddress(port));
    } catch (IOException taken) {
      return false;
    }
    try (ServerSocket loopback = new ServerSocket()) {
      loopback.setReuseAddress(true);
      loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
