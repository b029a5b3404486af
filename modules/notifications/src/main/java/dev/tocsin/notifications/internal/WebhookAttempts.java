package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.platform.egress.OutboundHttp;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Posts the webhooks that are due. */
@ApplicationScoped
public class WebhookAttempts extends DeliveryAttempts {

  private static final int SENDERS = 32;
  private static final int PER_RECEIVER = 4;

  @Inject private OutboundHttp http;
  @Inject private SecretBox secrets;
  @Inject private Clock clock;

  /** For the container. */
  public WebhookAttempts() {
    super(Channel.WEBHOOK, SENDERS, PER_RECEIVER);
  }

  @Override
  public SendResult send(Lease lease) {
    String sealed = lease.secret();
    if (sealed == null) {
      return SendResult.refused(null, "the subscription no longer exists");
    }
    return new WebhookSender(http::send).send(lease, secrets.open(sealed), Times.now(clock));
  }
}
