package dev.tocsin.notifications.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of this module. */
@Dependent
public class NotificationSettings implements SettingGroup {

  /** The mail server's name; unset, emails fail visibly and wait. */
  public static final Setting<String> MAIL_HOST = Setting.text("mail.host", null);

  static final Setting<Long> MAIL_PORT = Setting.number("mail.port", 587L, 1, 65_535);

  /** Unset, mail is sent without signing in. */
  static final Setting<String> MAIL_USERNAME = Setting.text("mail.username", null);

  static final Setting<String> MAIL_PASSWORD = Setting.secret("mail.password");
  public static final Setting<String> MAIL_FROM = Setting.text("mail.from", null);
  static final Setting<String> MAIL_TLS =
      Setting.choice("mail.tls", "starttls", "none", "starttls", "tls");

  /** Where people open the console; links in mails begin with it. */
  static final Setting<String> BASE_URL =
      Setting.text(
              "console.base_url",
              System.getenv().getOrDefault("TOCSIN_BASE_URL", "http://localhost:8080"))
          .checked(NotificationSettings::faultOfBaseUrl);

  /** Wait before the second try; it doubles from try to try. */
  static final Setting<Long> FIRST_RETRY =
      Setting.number("delivery.first_retry_seconds", 5L, 1, 3600);

  /** Tries before a delivery is given up. */
  static final Setting<Long> MAX_TRIES = Setting.number("delivery.max_attempts", 20L, 1, 1000);

  /** Age at which a delivery is given up. */
  static final Setting<Long> MAX_AGE = Setting.number("delivery.max_age_hours", 24L, 1, 720);

  /** Whether requesters are mailed what becomes of their tickets, once there is a mail server. */
  public static final Setting<Boolean> TICKET_MAIL = Setting.flag("ticket_mail.enabled", true);

  /** Whether the assignee of a ticket is mailed what its customer says. */
  public static final Setting<Boolean> TICKET_MAIL_ASSIGNEE =
      Setting.flag("ticket_mail.assignee", true);

  /** Whether the watchers of a ticket are mailed what is said on it and where it moves. */
  public static final Setting<Boolean> TICKET_MAIL_WATCHERS =
      Setting.flag("ticket_mail.watchers", true);

  /** Whether those who answer for a ticket are mailed that its deadlines are near or missed. */
  public static final Setting<Boolean> TICKET_MAIL_SLA = Setting.flag("ticket_mail.sla", true);

  /** Where answers to mails about tickets go; unset, to the sender. */
  public static final Setting<String> REPLY_TO = Setting.text("ticket_mail.reply_to", null);

  /** Rest between two readings of a mailbox. */
  public static final Setting<Long> POLL_SECONDS =
      Setting.number("mail_in.poll_seconds", 60L, 1, 86_400);

  /** Messages of one sender that are let in within {@link #SENDER_MINUTES}; more are held. */
  public static final Setting<Long> SENDER_LIMIT =
      Setting.number("mail_in.sender_limit", 20L, 1, 100_000);

  public static final Setting<Long> SENDER_MINUTES =
      Setting.number("mail_in.sender_minutes", 10L, 1, 10_080);

  /** How long a message is kept as it came, once it was dealt with. */
  public static final Setting<Long> INBOUND_RETENTION =
      Setting.number("mail_in.retention_days", 365L, 1, 3650);

  /** How long a delivery is kept with its attempts, once it was sent or withdrawn. */
  static final Setting<Long> RETENTION = Setting.number("delivery.retention_days", 90L, 1, 3650);

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(
        MAIL_HOST,
        MAIL_PORT,
        MAIL_USERNAME,
        MAIL_PASSWORD,
        MAIL_FROM,
        MAIL_TLS,
        BASE_URL,
        TICKET_MAIL,
        TICKET_MAIL_ASSIGNEE,
        TICKET_MAIL_WATCHERS,
        TICKET_MAIL_SLA,
        REPLY_TO,
        POLL_SECONDS,
        SENDER_LIMIT,
        SENDER_MINUTES,
        INBOUND_RETENTION,
        FIRST_RETRY,
        MAX_TRIES,
        MAX_AGE,
        RETENTION);
  }

  private static @Nullable String faultOfBaseUrl(String url) {
    String fault = "must be an address such as https://tocsin.example.org";
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean bare = uri.getQuery() == null && uri.getFragment() == null;
      return web && bare && uri.getHost() != null ? null : fault;
    } catch (IllegalArgumentException e) {
      return fault;
    }
  }
}
