package dev.tocsin.notifications.internal;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The mail server as the operator set it.
 *
 * @param user null to send without signing in
 * @param from the sender's address, also of the envelope
 */
record MailServer(
    String host, int port, @Nullable String user, @Nullable String password, String from, Tls tls) {

  /** How the connection is protected. */
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** Returns what a Jakarta Mail session needs; a protected connection is required, not tried. */
  Properties session(MailLine line) {
    Properties session = new Properties();
    session.setProperty("mail.transport.protocol", "smtp");
    session.setProperty("mail.smtp.from", from);
    // else looked up for every message, which takes seconds where names do not resolve
    session.setProperty("mail.smtp.localhost", Node.host());
    session.setProperty("mail.smtp.auth", String.valueOf(user != null));
    line.use(session, "smtp");
    // the message is accepted before QUIT; waiting for its answer could only lose that fact
    session.setProperty("mail.smtp.quitwait", "false");
    session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    session.setProperty("mail.smtp.ssl.enable", String.valueOf(tls == Tls.TLS));
    session.setProperty("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
    session.setProperty("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
    return session;
  }
}
