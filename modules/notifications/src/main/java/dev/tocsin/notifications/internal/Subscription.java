package dev.tocsin.notifications.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.notifications.ChangeSubscription;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.notifications.SubscriptionView;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another system that wants to hear of events; its secret is sealed before it comes here. */
@Entity
@Table(name = "subscription", schema = "notifications")
public class Subscription {

  @Id private UUID id;
  private String name;
  private String url;

  @Column(name = "event_types")
  @Convert(converter = Texts.class)
  private List<String> eventTypes;

  private String secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Subscription() {}

  public static Subscription of(
      String name, String url, List<String> eventTypes, String sealedSecret, Instant now) {
    Subscription subscription = new Subscription();
    subscription.id = Ids.next();
    subscription.name = name;
    subscription.url = url;
    subscription.eventTypes = List.copyOf(eventTypes);
    subscription.secret = sealedSecret;
    subscription.createdAt = now;
    return subscription;
  }

  public UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  public String url() {
    return url;
  }

  boolean wants(String eventType) {
    return EventTypes.wanted(eventTypes, eventType);
  }

  /**
   * Changes what the command names.
   *
   * @param sealedSecret a new secret; null to keep the one there is
   */
  public void change(ChangeSubscription command, @Nullable String sealedSecret) {
    String newName = command.name();
    name = newName == null ? name : newName.strip();
    String newUrl = command.url();
    url = newUrl == null ? url : newUrl;
    List<String> newTypes = command.eventTypes();
    eventTypes = newTypes == null ? eventTypes : List.copyOf(newTypes);
    secret = sealedSecret == null ? secret : sealedSecret;
  }

  public SubscriptionView view() {
    return new SubscriptionView(id, name, url, eventTypes, createdAt, version);
  }

  /** A JSON array of texts. */
  @Converter
  public static class Texts extends JsonColumn<List<String>>
      implements AttributeConverter<List<String>, Object> {
    public Texts() {
      super(new TypeReference<>() {});
    }
  }
}
