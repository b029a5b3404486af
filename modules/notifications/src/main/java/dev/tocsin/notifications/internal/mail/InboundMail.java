package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.platform.error.IllegalTransition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was read from a mailbox: stored by {@link PollStore}, judged once, and once more
 * when somebody releases what was held.
 */
@Entity
@Table(name = "inbound_mail", schema = "notifications")
public class InboundMail {

  /** The largest message that is taken in whole, in bytes; of a larger one the headers are. */
  static final long LARGEST = 40L << 20;

  @Id private UUID id;

  @Column(name = "mailbox_id")
  private UUID mailboxId;

  @Column(name = "uid_validity")
  @SuppressWarnings("UnusedVariable") // makes the row one of a kind
  private long uidValidity;

  @SuppressWarnings("UnusedVariable") // makes the row one of a kind
  private long uid;

  @Convert(converter = MailColumns.OfInboundState.class)
  private InboundState state;

  private @Nullable String reason;

  @Column(name = "message_id")
  private @Nullable String messageId;

  @ElementCollection
  @CollectionTable(
      name = "inbound_reference",
      schema = "notifications",
      joinColumns = @JoinColumn(name = "mail_id"))
  @Column(name = "message_id")
  @SuppressWarnings("UnusedVariable") // asked by queries
  private Set<String> conversation;

  private @Nullable String sender;

  @Column(name = "sender_name")
  private @Nullable String senderName;

  private @Nullable String subject;
  private long size;

  @Column(name = "ticket_id")
  private @Nullable UUID ticketId;

  @Column(name = "due_at")
  @SuppressWarnings("UnusedVariable") // read in SQL
  private Instant dueAt;

  @SuppressWarnings("UnusedVariable") // read in SQL
  private int failures;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "judged_at")
  private @Nullable Instant judgedAt;

  @Column(name = "to_archive")
  @SuppressWarnings("UnusedVariable") // written and read in SQL
  private boolean toArchive;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected InboundMail() {}

  /** Notes what the message says of itself, for lists. */
  void describe(ParsedMail mail) {
    messageId = mail.messageId();
    conversation = mail.conversation();
    sender = mail.sender();
    senderName = mail.senderName();
    subject = mail.subject();
  }

  /** Notes the judgement. */
  void judge(Verdict verdict, Instant at) {
    state = verdict.state();
    reason = verdict.reason();
    ticketId = verdict.ticketId();
    judgedAt = at;
  }

  /**
   * Lets pass when somebody may still decide about it.
   *
   * @throws IllegalTransition otherwise
   */
  public void expectReleasable(InboundState to) {
    if (!state.releasable()) {
      throw new IllegalTransition(state, to, List.of());
    }
  }

  /**
   * Throws it away; it stays in the list.
   *
   * @throws IllegalTransition when it is not held
   */
  public void discard(Instant at) {
    expectReleasable(InboundState.DISCARDED);
    state = InboundState.DISCARDED;
    judgedAt = at;
  }

  /**
   * Returns what to say in place of a text that was too large to be taken in; empty when it was.
   */
  public Optional<String> omission() {
    return size <= LARGEST
        ? Optional.empty()
        : Optional.of(
            "(This message of %d MiB was too large to be taken in: nothing of it but its headers is"
                    .formatted(size >> 20)
                + " here. The whole of it is in the mailbox.)");
  }

  public UUID id() {
    return id;
  }

  UUID mailboxId() {
    return mailboxId;
  }

  InboundState state() {
    return state;
  }

  @Nullable String messageId() {
    return messageId;
  }

  public InboundMailView view() {
    return new InboundMailView(
        id,
        mailboxId,
        state,
        reason,
        sender,
        senderName,
        subject,
        messageId,
        size,
        ticketId,
        receivedAt,
        judgedAt,
        version);
  }
}
