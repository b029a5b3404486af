package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.platform.egress.AllowedNetwork;
import dev.tocsin.platform.egress.BlockedTarget;
import dev.tocsin.platform.egress.EgressGuard;
import dev.tocsin.platform.egress.EgressPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailLineTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static MailLine line(String network, Duration answer, Duration step) {
    EgressPolicy policy = new EgressPolicy(AllowedNetwork.parse(network).stream().toList(), false);
    EgressGuard guard = new EgressGuard(policy, host -> List.of(InetAddress.getLoopbackAddress()));
    return new MailLine(guard, answer, step);
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @Test
  void theAddressThatWasJudgedIsTheOneThatIsDialled() throws Exception {
    try (ServerSocket server = server();
        Socket socket =
            line("127.0.0.1/32", LONG, LONG).createSocket("mail.test", server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write('!');
      assertThat(socket.getInputStream().read()).isEqualTo('!');
    }
  }

  @Test
  void aNameThatLeadsInsideIsNotDialled() throws Exception {
    try (ServerSocket server = server()) {
      MailLine line = line("10.0.0.0/8", LONG, LONG);
      assertThatThrownBy(() -> line.createSocket("mail.test", server.getLocalPort()))
          .isInstanceOf(BlockedTarget.class)
          .hasMessageContaining("mail.test is a loopback address");
    }
  }

  @Test
  void aServerThatSaysNothingIsHungUpOn() throws Exception {
    try (ServerSocket server = server();
        Socket socket =
            line("127.0.0.1/32", Duration.ofMillis(50), LONG)
                .createSocket("mail.test", server.getLocalPort())) {
      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aServerThatNeverStopsTalkingIsHungUpOnUnlessThereIsANextStep() throws Exception {
    try (ServerSocket server = server()) {
      MailLine line = line("127.0.0.1/32", LONG, Duration.ofMillis(300));
      CompletableFuture<Void> talk;
      try (Socket socket = line.createSocket("mail.test", server.getLocalPort());
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
