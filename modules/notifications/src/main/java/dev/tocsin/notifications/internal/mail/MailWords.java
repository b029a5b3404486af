package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.internal.Outbox;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says on a ticket what a message says, as the one who is proven to speak.
 *
 * <p>An agent is proven by the token of a mail that was sent to that agent, coming back from the
 * same address. Anybody else speaks as the customer does, under the name the message gives and the
 * address beside it, unless the address is a customer's account of its own.
 */
@Dependent
public class MailWords {

  @Inject private Ticketing ticketing;
  @Inject private Users users;
  @Inject private Customers customers;
  @Inject private MailThreading threading;
  @Inject private MailFiles files;
  @Inject private Outbox outbox;

  /** Adds a message to the ticket it answers. */
  Verdict answer(MailThreading.Found found, ParsedMail mail) {
    TicketView ticket = found.ticket();
    Optional<UserView> account = account(mail);
    UUID home = account.map(UserView::customerId).orElse(null);
    if (home != null && !home.equals(ticket.customerId())) {
      return Verdict.held("other_customer");
    }
    Actor speaker =
        agent(found.thread(), mail)
            .orElseGet(() -> customer(account.orElse(null), mail, ticket.customerId()));
    CommentView said =
        ticketing.comment(
            speaker, ticket.number(), AddComment.inPublic(Quotes.trimmed(spoken(mail))));
    files.attach(speaker, said.ticketId(), said.id(), mail.files());
    return Verdict.accepted("replied", said.ticketId());
  }

  /** Opens a ticket of a message, or goes on with its conversation, if it can be told whose. */
  Verdict open(@Nullable Mailbox mailbox, ParsedMail mail, Waiver waiver) {
    String sender = Objects.requireNonNull(mail.sender());
    Optional<UserView> account = account(mail);
    Optional<UUID> customer =
        account
            .map(UserView::customerId)
            .or(() -> Optional.ofNullable(waiver.customerId()))
            .or(() -> Optional.ofNullable(mailbox).flatMap(box -> box.customerOf(sender)))
            .filter(id -> customers.find(id).isPresent());
    if (customer.isEmpty() || mailbox == null) {
      return Verdict.held("unknown_sender");
    }
    return threading
        .ofConversation(mail, customer.get())
        .map(found -> answer(found, mail))
        .orElseGet(() -> open(mailbox, mail, customer.get(), account.orElse(null)));
  }

  private Verdict open(
      Mailbox mailbox, ParsedMail mail, UUID customerId, @Nullable UserView account) {
    String sender = Objects.requireNonNull(mail.sender());
    OpenTicket command =
        new OpenTicket(
            customerId,
            mail.subject(),
            spoken(mail),
            mailbox.priority(),
            null,
            new Requester(sender, mail.senderName().isEmpty() ? null : mail.senderName()),
            null,
            null,
            null);
    Actor speaker = customer(account, mail, customerId);
    TicketView ticket = ticketing.open(speaker, command);
    files.attach(speaker, ticket.id(), null, mail.files());
    if (mail.automatic()) {
      outbox.withdraw(
          TicketMailWriter.intent(TicketMail.RECEIVED, ticket.id(), ticket.createdAt()),
          "a machine is not answered by a machine");
    }
    return Verdict.accepted("opened", ticket.id());
  }

  private Optional<Actor> agent(@Nullable MailThread thread, ParsedMail mail) {
    if (thread == null || !thread.address().equals(mail.sender())) {
      return Optional.empty();
    }
    return Optional.ofNullable(thread.userId())
        .flatMap(users::find)
        .filter(UserView::active)
        .filter(user -> user.role() == Role.ADMIN || user.role() == Role.AGENT)
        .map(user -> new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), null));
  }

  private static Actor customer(@Nullable UserView account, ParsedMail mail, UUID customerId) {
    return account != null && customerId.equals(account.customerId())
        ? new Actor(Actor.Kind.USER, account.id(), account.name(), Role.CUSTOMER, customerId)
        : new Actor(Actor.Kind.SYSTEM, null, named(mail), Role.CUSTOMER, customerId);
  }

  private static String named(ParsedMail mail) {
    return mail.senderName().isEmpty()
        ? Objects.requireNonNull(mail.sender())
        : mail.senderName() + " <" + mail.sender() + ">";
  }

  private Optional<UserView> account(ParsedMail mail) {
    return users.byEmail(Objects.requireNonNull(mail.sender())).filter(UserView::active);
  }

  private static String spoken(ParsedMail mail) {
    return mail.text().isBlank() ? "(no text)" : mail.text();
  }
}
