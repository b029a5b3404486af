package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailLineTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @Test
  void aServerThatSaysNothingIsHungUpOn() throws Exception {
    try (ServerSocket server = server();
        Socket socket =
            new MailLine(Duration.ofMillis(50), LONG)
                .createSocket("127.0.0.1", server.getLocalPort())) {
      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aServerThatNeverStopsTalkingIsHungUpOnUnlessThereIsANextStep() throws Exception {
    try (ServerSocket server = server()) {
      MailLine line = new MailLine(LONG, Duration.ofMillis(300));
      CompletableFuture<Void> talk;
      try (Socket socket = line.createSocket("127.0.0.1", server.getLocalPort());
          Socket accepted = server.accept()) {
        talk = CompletableFuture.runAsync(() -> talk(accepted));
        InputStream in = socket.getInputStream();
        byte[] some = new byte[64];
        assertThatThrownBy(
                () -> {
                  while (true) {
                    assertThat(in.read(some)).isPositive();
                  }
                })
            .isInstanceOf(SocketTimeoutException.class)
            .hasMessageContaining("took too long");
        line.goOn(LONG);
        assertThat(in.read(some)).isPositive();
      }
      talk.join();
    }
  }

  private static void talk(Socket socket) {
    byte[] words = "* OK still here\r\n".getBytes(StandardCharsets.US_ASCII);
    try {
      while (true) {
        socket.getOutputStream().write(words);
      }
    } catch (IOException e) {
      // hung up on
    }
  }
}
