package dev.tocsin.notifications.internal;

import dev.tocsin.platform.egress.OutboundRequest;
import dev.tocsin.platform.egress.OutboundResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Posts one event to a subscription, signed as the Standard Webhooks specification has it. */
final class WebhookSender {

  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  /** The way out, which dials only what the egress guard lets pass. */
  interface Way {
    OutboundResponse send(OutboundRequest request) throws IOException;
  }

  private final Way way;

  WebhookSender(Way way) {
    this.way = way;
  }

  /**
   * Sends within the way's time limits.
   *
   * @param secret the signing secret in the clear
   */
  SendResult send(Lease lease, String secret, Instant now) {
    String id = lease.id().toString();
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            StandardWebhooks.sign(secret, id, now, lease.body()),
            "user-agent",
            "Tocsin");
    try {
      return judge(way.send(OutboundRequest.postJson(lease.address(), headers, lease.body())), now);
    } catch (IOException e) {
      String message = e.getMessage();
      String kind = e.getClass().getSimpleName();
      return SendResult.failed(null, message == null ? kind : kind + ": " + message);
    }
  }

  private static SendResult judge(OutboundResponse response, Instant now) {
    int status = response.status();
    if (response.isSuccess()) {
      return SendResult.sent(status);
    }
    if (status >= 400 && status < 500 && !PASSING.contains(status)) {
      return SendResult.refused(status, "HTTP " + status);
    }
    Duration wait = RetryAfter.parse(response.header("retry-after").orElse(null), now).orElse(null);
    return SendResult.failed(status, "HTTP " + status).after(wait);
  }
}
