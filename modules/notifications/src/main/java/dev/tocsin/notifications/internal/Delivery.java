package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptView;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.platform.error.IllegalTransition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to send to one receiver.
 *
 * <p>It is written once per intent ({@link Outbox}), leased and moved on by {@link Leases} in SQL,
 * and read here; the one verb of a person is to requeue it.
 */
@Entity
@Table(name = "delivery", schema = "notifications")
public class Delivery {

  @Id private UUID id;

  @Column(name = "intent_key")
  private String intentKey;

  @Column(name = "event_type")
  private String eventType;

  @Convert(converter = Columns.OfChannel.class)
  private Channel channel;

  @Column(name = "receiver_kind")
  @Convert(converter = Columns.OfReceiverKind.class)
  private ReceiverKind receiverKind;

  @Column(name = "receiver_id")
  private UUID receiverId;

  @Column(name = "receiver_name")
  private String receiverName;

  private String address;
  private @Nullable String subject;
  private String body;

  @SuppressWarnings("UnusedVariable") // read by the SQL of Leases
  private @Nullable String html;

  private boolean sealed;

  @Convert(converter = Columns.OfState.class)
  private DeliveryState state;

  private @Nullable String reason;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @SuppressWarnings("UnusedVariable") // read by the SQL of Leases
  private int failures;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  @Column(name = "incident_id")
  private @Nullable UUID incidentId;

  @Column(name = "ticket_id")
  private @Nullable UUID ticketId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Delivery() {}

  public UUID id() {
    return id;
  }

  public Channel channel() {
    return channel;
  }

  /**
   * Makes it due at once, its patience renewed; tries made so far stay counted.
   *
   * @throws IllegalTransition unless it is dead or failed
   */
  public void requeue(Instant now) {
    if (!state.requeueable()) {
      throw new IllegalTransition(state, DeliveryState.PENDING, List.of());
    }
    state = DeliveryState.PENDING;
    failures = 0;
    queuedAt = now;
    dueAt = now;
  }

  /**
   * Takes note that it came back after all.
   *
   * @return false when it is not known as sent
   */
  public boolean bounce(String why) {
    if (state != DeliveryState.SENT) {
      return false;
    }
    state = DeliveryState.DEAD;
    reason = why;
    sentAt = null;
    return true;
  }

  public String address() {
    return address;
  }

  /** Returns the ticket it is about; null for none. */
  public @Nullable UUID ticketId() {
    return ticketId;
  }

  public DeliverySummary summary() {
    return new DeliverySummary(
        id,
        eventType,
        channel,
        receiverKind,
        receiverId,
        receiverName,
        address,
        subject,
        state,
        reason,
        dueAt,
        attempts,
        incidentId,
        ticketId,
        createdAt,
        sentAt,
        version);
  }

  public DeliveryDetail detail(List<AttemptView> tries) {
    return new DeliveryDetail(summary(), sealed ? null : body, tries);
  }
}
