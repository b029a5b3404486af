package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.PasswordResetRequested;
import dev.tocsin.accounts.UserInvited;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ReceiverKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Mails the links that accounts hand out; their bodies are sealed, for the link is a secret. */
@ApplicationScoped
public class AccountMails {

  @Inject private Pager pager;
  @Inject private Outbox outbox;

  /** Mails the link that sets a new password. */
  public void on(@Observes PasswordResetRequested event) {
    MailText text =
        MailText.passwordReset(
            event.name(), event.expiresAt(), pager.links().resetPassword(event.token()));
    mail(
        "account.password_reset",
        event.userId(),
        event.name(),
        event.email(),
        text,
        event.expiresAt());
  }

  /** Mails the link that sets the first password. */
  public void on(@Observes UserInvited event) {
    MailText text =
        MailText.invitation(
            event.name(), event.expiresAt(), pager.links().resetPassword(event.token()));
    mail(
        "account.invitation", event.userId(), event.name(), event.email(), text, event.expiresAt());
  }

  /** Goes to the account's own address only: other ways may belong to others. */
  private void mail(
      String type, UUID user, String name, String address, MailText text, Instant expiresAt) {
    outbox.add(
        new NewDelivery(
            type + ":" + user + ":" + expiresAt,
            type,
            Channel.EMAIL,
            ReceiverKind.USER,
            user,
            name,
            address,
            text.subject(),
            text.body(),
            true,
            null,
            null));
  }
}
