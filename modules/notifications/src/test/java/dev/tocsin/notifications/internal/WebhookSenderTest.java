package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notifications.AttemptOutcome;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {

  private static final String SECRET = StandardWebhooks.newSecret();

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private SendResult send(Lease lease) {
    return new WebhookSender(Receiver::dial).send(lease, SECRET, Samples.NOW);
  }

  private SendResult answered(int status, Map<String, String> headers) {
    receiver.answer("/hook", status, headers);
    return send(Samples.lease(receiver.url("/hook"), "", "{\"type\":\"ticket.created\"}"));
  }

  @Test
  void theReceiverCanProveWhoSentIt() {
    Lease lease = Samples.lease(receiver.url("/hook"), "", "{\"text\":\"Störung\"}");

    SendResult result = send(lease);

    assertThat(result.outcome()).isEqualTo(AttemptOutcome.SENT);
    assertThat(result.statusCode()).isEqualTo(204);
    Receiver.Received request = receiver.received().get(0);
    assertThat(request.body()).isEqualTo(lease.body());
    assertThat(request.id()).isEqualTo(lease.id().toString());
    assertThat(request.signedWith(SECRET)).isTrue();
    assertThat(request.signedWith(StandardWebhooks.newSecret())).isFalse();
    assertThat(request.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("webhook-timestamp", Long.toString(Samples.NOW.getEpochSecond()))
        .containsEntry("user-agent", "Tocsin");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void anySuccessIsSent(int status) {
    assertThat(answered(status, Map.of()).outcome()).isEqualTo(AttemptOutcome.SENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 408, 425, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int status) {
    SendResult result = answered(status, Map.of());
    assertThat(result.outcome()).isEqualTo(AttemptOutcome.FAILED);
    assertThat(result.error()).isEqualTo("HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
  void whatStaysIsRefused(int status) {
    SendResult result = answered(status, Map.of());
    assertThat(result.outcome()).isEqualTo(AttemptOutcome.REFUSED);
    assertThat(result.statusCode()).isEqualTo(status);
  }

  @Test
  void retryAfterIsHeard() {
    assertThat(answered(429, Map.of("Retry-After", "90")).retryAfter())
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(answered(503, Map.of("Retry-After", "Mon, 02 Mar 2026 00:01:00 GMT")).retryAfter())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aReceiverThatCannotBeReachedIsTriedAgain() {
    WebhookSender unreachable =
        new WebhookSender(
            request -> {
              throw new ConnectException("refused");
            });
    SendResult result =
        unreachable.send(Samples.lease("http://127.0.0.1:1/", "", "{}"), SECRET, Samples.NOW);
    assertThat(result.outcome()).isEqualTo(AttemptOutcome.FAILED);
    assertThat(result.error()).isEqualTo("ConnectException: refused");
  }
}
