package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.NotificationSettings;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.ticketing.Requester;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a message is: a machine's, a report, too much, an answer, or a new ticket; in the
 * transaction that holds its row.
 */
@Dependent
public class MailJudge {

  private static final int MOST_RECIPIENTS = 100;

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private InboundStore store;
  @Inject private InboundHistory history;
  @Inject private Bounces bounces;
  @Inject private MailThreading threading;
  @Inject private MailWords words;
  @Inject private ClosedTickets closed;
  @Inject private Settings settings;
  @Inject private MeterRegistry meters;

  /** Judges a message that nobody has looked at. */
  void judge(InboundMail mail, Instant now) {
    decide(mail, Waiver.NONE, now);
  }

  /**
   * Lets a message in that was held or put aside.
   *
   * @param customerId whose ticket it becomes when nothing else tells
   */
  public void release(InboundMail mail, @Nullable UUID customerId, Instant now) {
    decide(mail, new Waiver(true, customerId), now);
  }

  private void decide(InboundMail mail, Waiver waiver, Instant now) {
    Verdict verdict;
    try {
      ParsedMail came = MailParser.parse(store.raw(mail.id()));
      ParsedMail parsed = mail.omission().map(came::saying).orElse(came);
      mail.describe(parsed);
      verdict =
          refusal(mail, parsed, waiver, now).orElseGet(() -> admit(mail, parsed, waiver, now));
    } catch (BrokenMail e) {
      verdict = Verdict.held("broken");
    }
    mail.judge(verdict, now);
    entityManager.flush();
    String outcome = verdict.state().name().toLowerCase(Locale.ROOT);
    meters
        .counter("tocsin.inbound.mails", "outcome", outcome, "reason", verdict.reason())
        .increment();
  }

  /** Returns what keeps a message from becoming a ticket or an answer; empty lets it in. */
  private Optional<Verdict> refusal(
      InboundMail mail, ParsedMail parsed, Waiver waiver, Instant now) {
    String sender = parsed.sender();
    if (sender == null || !Input.faults(Requester.class, "email", sender).isEmpty()) {
      return parsed.bounce() == null
          ? Optional.of(Verdict.held("no_sender"))
          : Optional.of(bounces.mark(parsed.bounce()));
    }
    if (waiver.released()) {
      history.lockSender(sender);
      return Optional.empty();
    }
    if (parsed.bounce() != null) {
      return Optional.of(bounces.mark(parsed.bounce()));
    }
    if (isOurs(parsed)) {
      return Optional.of(Verdict.ignored("own"));
    }
    if (parsed.automatic()) {
      return Optional.of(Verdict.ignored("automatic"));
    }
    if (parsed.recipients().size() > MOST_RECIPIENTS) {
      return Optional.of(Verdict.held("too_many_recipients"));
    }
    history.lockSender(sender);
    if (history.isKnown(mail, parsed)) {
      return Optional.of(Verdict.ignored("duplicate"));
    }
    return isTooMuch(sender, now) ? Optional.of(Verdict.held("too_many")) : Optional.empty();
  }

  /** What a closed ticket does not take becomes one of its own once a person lets it in. */
  private Verdict admit(InboundMail mail, ParsedMail parsed, Waiver waiver, Instant now) {
    history.lockConversation(parsed.conversation());
    Mailbox mailbox = entityManager.find(Mailbox.class, mail.mailboxId());
    return threading
        .ticketOf(parsed)
        .filter(found -> found.takesWords() || !waiver.released())
        .map(
            found ->
                found.takesWords()
                    ? words.answer(found, parsed)
                    : closed.refuse(found, parsed, now))
        .orElseGet(() -> words.open(mailbox, parsed, waiver));
  }

  private boolean isTooMuch(String sender, Instant now) {
    Duration window = Duration.ofMinutes(settings.require(NotificationSettings.SENDER_MINUTES));
    return history.accepted(sender, now.minus(window))
        >= settings.require(NotificationSettings.SENDER_LIMIT);
  }

  /** Ours is what has passed through here before, or claims to come from our own address. */
  private boolean isOurs(ParsedMail parsed) {
    String own = ownAddress();
    return own != null
        && (own.equals(parsed.sender())
            || parsed.loop().stream().anyMatch(by -> by.strip().equalsIgnoreCase(own)));
  }

  private @Nullable String ownAddress() {
    String from = settings.get(NotificationSettings.MAIL_FROM);
    try {
      return from == null || from.isBlank()
          ? null
          : Objects.requireNonNull(new InternetAddress(from).getAddress()).toLowerCase(Locale.ROOT);
    } catch (AddressException e) {
      return null;
    }
  }
}
