package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.settings.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person is mailed about one ticket; its token is in the address of the answers. */
@Entity
@Table(name = "mail_thread", schema = "notifications")
public class MailThread {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  private String address;

  @Column(name = "user_id")
  private @Nullable UUID userId;

  @Column(name = "token_hash")
  @SuppressWarnings("UnusedVariable") // asked by queries
  private String tokenHash;

  private String token;

  @Column(name = "created_at")
  @SuppressWarnings("UnusedVariable") // written and looked at in SQL
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected MailThread() {}

  UUID id() {
    return id;
  }

  UUID ticketId() {
    return ticketId;
  }

  /** Returns the person's address, without case. */
  String address() {
    return address;
  }

  /** Returns the agent who was written to; null for a requester. */
  @Nullable UUID userId() {
    return userId;
  }

  String token(SecretBox secrets) {
    return secrets.open(token);
  }
}
