package dev.tocsin.notifications.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What an email says.
 *
 * @param subject made one line before it is sent
 * @param body plain text
 */
public record MailText(String subject, String body) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Returns an instant as mails write it, to the minute, in UTC. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** Returns the page to a person on call. */
  static MailText page(
      String number, String title, String severity, int tier, Instant at, String link) {
    return new MailText(
        "[" + severity.toUpperCase(Locale.ROOT) + "] " + number + " " + title,
        """
        You are paged for incident %s.

        %s
        Severity: %s
        Escalation tier: %d
        Paged at: %s

        Acknowledge it to stop further pages:
        %s
        """
            .formatted(number, title, severity, tier, TIME.format(at), link));
  }

  /** Returns the alarm to administrators that nobody answered. */
  static MailText exhausted(String number, String title, String severity, Instant at, String link) {
    return new MailText(
        "[" + severity.toUpperCase(Locale.ROOT) + "] nobody acknowledged " + number + " " + title,
        """
        The escalation of incident %s ended at %s, and nobody acknowledged it.

        %s
        Severity: %s

        No further pages will be sent. Look after it:
        %s
        """
            .formatted(number, TIME.format(at), title, severity, link));
  }

  /** Returns the alarm to administrators that there is nobody to page. */
  static MailText nobodyPaged(
      String number, String title, String severity, Instant at, String link) {
    return new MailText(
        "[" + severity.toUpperCase(Locale.ROOT) + "] nobody was paged for " + number + " " + title,
        """
        Incident %s opened at %s, and nobody was paged: no escalation policy fits it.

        %s
        Severity: %s

        Look after it, and name a policy for its severity or as the fallback in the settings:
        %s
        """
            .formatted(number, TIME.format(at), title, severity, link));
  }

  /** Returns the mail with a link that sets a new password. */
  static MailText passwordReset(String name, Instant expiresAt, String link) {
    return new MailText(
        "Set a new password for Tocsin",
        """
        Hello %s,

        somebody, hopefully you, asked for a new password. Choose one here:
        %s

        The link works once, until %s. If it was not you, nothing has changed: ignore this mail.
        """
            .formatted(name, link, TIME.format(expiresAt)));
  }

  /** Returns the mail with which a new person sets the first password. */
  static MailText invitation(String name, Instant expiresAt, String link) {
    return new MailText(
        "Your account on Tocsin",
        """
        Hello %s,

        an account was made for you. Choose a password to sign in:
        %s

        The link works once, until %s.
        """
            .formatted(name, link, TIME.format(expiresAt)));
  }
}
