package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.notifications.AttemptOutcome;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailSenderTest {

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private static EmailSender sender(int port, @Nullable String user) {
    return new EmailSender(
        new MailServer("127.0.0.1", port, user, user, "tocsin@example.org", MailServer.Tls.NONE));
  }

  private SendResult send(Lease lease) {
    return sender(mail.getSmtp().getPort(), null)
        .send(lease, lease.body(), MailEnvelope.alone(lease), Samples.NOW);
  }

  @Test
  void theMessageArrivesWithTheIdOfItsDelivery() throws Exception {
    Lease lease = Samples.lease("alice@example.org", "[HIGH] INC-1 Störung", "Acknowledge it ✓");

    SendResult result = send(lease);

    assertThat(result.outcome()).isEqualTo(AttemptOutcome.SENT);
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getMessageID()).isEqualTo("<" + lease.id() + "@tocsin>");
    assertThat(message.getSubject()).isEqualTo("[HIGH] INC-1 Störung");
    assertThat(message.getContent()).asString().startsWith("Acknowledge it ✓");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getFrom()[0]).hasToString("tocsin@example.org");
    assertThat(message.getAllRecipients()[0]).hasToString("alice@example.org");
    assertThat(message.getSentDate()).isEqualTo(Samples.NOW);
  }

  @Test
  void aRepeatCarriesTheSameMessageId() throws Exception {
    Lease lease = Samples.lease("alice@example.org", "again", "again");
    send(lease);
    send(lease);
    assertThat(mail.getReceivedMessages())
        .extracting(message -> message.getHeader("Message-ID")[0])
        .containsExactly("<" + lease.id() + "@tocsin>", "<" + lease.id() + "@tocsin>");
  }

  @Test
  void aSubjectCannotBringHeadersAlong() throws Exception {
    send(Samples.lease("alice@example.org", "hot\r\nBcc: eve@example.org\r\n\r\nbody", "text"));

    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("hot Bcc: eve@example.org body");
    assertThat(GreenMailUtil.getBody(message).strip()).isEqualTo("text");
  }

  @Test
  void anAddressCannotBringHeadersAlong() {
    SendResult result = send(Samples.lease("alice@example.org\r\nBcc: eve@example.org", "s", "b"));
    assertThat(result.outcome()).isNotEqualTo(AttemptOutcome.SENT);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void nobodyListeningIsAPassingFailure() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Lease lease = Samples.lease("alice@example.org", "s", "b");
    assertThat(
            sender(free, null).send(lease, "b", MailEnvelope.alone(lease), Samples.NOW).outcome())
        .isEqualTo(AttemptOutcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT,550 5.1.1 no such user,REFUSED,550",
    "RCPT,450 4.2.1 try later,FAILED,450",
    "MAIL,552 5.3.4 too much,REFUSED,552",
    "DATA,554 5.7.1 spam,REFUSED,554",
    "DATA,451 4.3.0 local error,FAILED,451"
  })
  void theReplyTellsARefusalFromTrouble(
      String command, String reply, AttemptOutcome outcome, int code) throws Exception {
    try (Grumbler server = new Grumbler(command, reply)) {
      Lease lease = Samples.lease("alice@example.org", "s", "b");
      SendResult result =
          sender(server.port(), null).send(lease, "b", MailEnvelope.alone(lease), Samples.NOW);
      assertThat(result.outcome()).isEqualTo(outcome);
      assertThat(result.statusCode()).isEqualTo(code);
      assertThat(result.error()).contains(reply.substring(4));
    }
  }

  @Test
  void aRefusedSignInWaitsForTheOperator() throws Exception {
    try (Grumbler server = new Grumbler("AUTH", "535 5.7.8 bad password")) {
      Lease lease = Samples.lease("alice@example.org", "s", "b");
      SendResult result =
          sender(server.port(), "tocsin").send(lease, "b", MailEnvelope.alone(lease), Samples.NOW);
      assertThat(result.outcome()).isEqualTo(AttemptOutcome.FAILED);
      assertThat(result.error()).contains("refused user and password");
    }
  }

  /** A mail server that answers one command with a reply of its own. */
  private static final class Grumbler implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread;

    Grumbler(String command, String reply) throws IOException {
      thread = new Thread(() -> serve(command, reply), "grumbler");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve(String command, String reply) {
      try (Socket client = socket.accept()) {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        answer(out, "220 grumbler");
        for (String line = read(in); !line.isEmpty(); line = read(in)) {
          if (line.startsWith(command)) {
            answer(out, reply);
          } else if (line.startsWith("EHLO")) {
            answer(out, "250-grumbler\r\n250 AUTH PLAIN");
          } else {
            answer(out, "250 ok");
          }
        }
      } catch (IOException e) {
        // the client has gone
      }
    }

    private static void answer(OutputStream out, String reply) throws IOException {
      out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    private static String read(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
