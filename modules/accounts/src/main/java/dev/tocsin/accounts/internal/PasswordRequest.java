package dev.tocsin.accounts.internal;

import dev.tocsin.platform.work.DueRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody typed an email and said its password is forgotten; judged later by due work. */
@Entity
@Table(name = "password_requests", schema = "accounts")
public class PasswordRequest {

  @Id private UUID id;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "due_at")
  private Instant dueAt;

  private int failures;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PasswordRequest() {}

  public PasswordRequest(UUID id, String email, Instant now) {
    this.id = id;
    this.emailKey = Emails.key(email);
    this.dueAt = now;
  }

  public void putOff(Instant until, int failuresSoFar) {
    dueAt = until;
    failures = failuresSoFar;
  }

  public String emailKey() {
    return emailKey;
  }

  public DueRow due() {
    return new DueRow(id, dueAt, failures);
  }
}
