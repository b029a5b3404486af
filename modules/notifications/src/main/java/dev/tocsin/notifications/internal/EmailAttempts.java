package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.Channel;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Sends the emails that are due. */
@ApplicationScoped
public class EmailAttempts extends DeliveryAttempts {

  private static final int SENDERS = 8;
  private static final int PER_RECEIVER = 4;

  @Inject private Settings settings;
  @Inject private SecretBox secrets;
  @Inject private Clock clock;
  @Inject private MailConversations conversations;

  /** For the container. */
  public EmailAttempts() {
    super(Channel.EMAIL, SENDERS, PER_RECEIVER);
  }

  @Override
  public SendResult send(Lease lease) {
    String host = settings.get(NotificationSettings.MAIL_HOST);
    String from = settings.get(NotificationSettings.MAIL_FROM);
    if (host == null || host.isBlank()) {
      return SendResult.failed(null, "the setting mail.host is not set");
    }
    if (from == null || from.isBlank()) {
      return SendResult.failed(null, "the setting mail.from is not set");
    }
    String user = settings.get(NotificationSettings.MAIL_USERNAME);
    String tls = settings.require(NotificationSettings.MAIL_TLS).toUpperCase(Locale.ROOT);
    MailServer server =
        new MailServer(
            host,
            Math.toIntExact(settings.require(NotificationSettings.MAIL_PORT)),
            user == null || user.isBlank() ? null : user,
            settings.get(NotificationSettings.MAIL_PASSWORD),
            from,
            MailServer.Tls.valueOf(tls));
    String body = lease.sealed() ? secrets.open(lease.body()) : lease.body();
    MailEnvelope envelope = conversations.envelope(lease, from);
    return new EmailSender(server).send(lease, body, envelope, Times.now(clock));
  }
}
