package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way to reach a person; removed when it no longer holds, never changed. */
@Entity
@Table(name = "contact_method", schema = "notifications")
public class ContactMethod {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Convert(converter = Columns.OfChannel.class)
  private Channel kind;

  private String address;
  private @Nullable String label;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ContactMethod() {}

  public static ContactMethod of(UUID userId, AddContactMethod command, Instant now) {
    ContactMethod method = new ContactMethod();
    method.id = Ids.next();
    method.userId = userId;
    method.kind = command.kind();
    method.address = command.address().strip();
    method.label = command.label();
    method.createdAt = now;
    return method;
  }

  public boolean belongsTo(UUID user) {
    return userId.equals(user);
  }

  public ContactMethodView view() {
    return new ContactMethodView(id, userId, kind, address, label, createdAt, version);
  }
}
