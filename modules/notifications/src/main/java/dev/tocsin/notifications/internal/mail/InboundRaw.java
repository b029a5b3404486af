package dev.tocsin.notifications.internal.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The bytes of a message as they came. */
@Entity
@Table(name = "inbound_raw", schema = "notifications")
public class InboundRaw {

  @Id
  @Column(name = "mail_id")
  private UUID mailId;

  private byte[] raw;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected InboundRaw() {}

  UUID mailId() {
    return mailId;
  }

  byte[] raw() {
    return raw.clone();
  }
}
