package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CustomerView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A tenant. Its key is what other programs remember, so it never changes; its name may. */
@Entity
@Table(name = "customers", schema = "accounts")
public class Customer {

  @Id private UUID id;

  private String key;

  private String name;

  private String language;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Customer() {}

  public Customer(UUID id, CreateCustomer command, Instant at) {
    this.id = id;
    this.key = command.key();
    this.name = command.name().strip();
    this.language = command.language() == null ? "en" : command.language();
    this.createdAt = at;
  }

  public void rename(String newName) {
    name = newName.strip();
  }

  /** Writes to it in another language from now on. */
  public void speak(String newLanguage) {
    language = newLanguage;
  }

  public UUID id() {
    return id;
  }

  public String key() {
    return key;
  }

  public String name() {
    return name;
  }

  public String language() {
    return language;
  }

  public long version() {
    return version;
  }

  public CustomerView view() {
    return new CustomerView(id, key, name, language, createdAt, version);
  }
}
