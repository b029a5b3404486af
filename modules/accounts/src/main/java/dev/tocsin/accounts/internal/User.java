package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ChangeUser;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * <p>They begin active, with a password or with an invitation to choose one. Deactivated, they keep
 * their name in every history but cannot sign in; an admin may let them in again. They are never
 * deleted.
 */
@Entity
@Table(name = "users", schema = "accounts")
public class User {

  @Id private UUID id;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  private String name;

  private String handle;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "deactivated_at")
  private @Nullable Instant deactivatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected User() {}

  /**
   * Makes a person of a command that has been judged good.
   *
   * @param handle the command's, or the one found for it
   * @param passwordHash null for somebody who is invited
   */
  public User(
      UUID id, CreateUser command, String handle, @Nullable String passwordHash, Instant at) {
    this.id = id;
    this.email = command.email().strip();
    this.emailKey = Emails.key(command.email());
    this.name = command.name().strip();
    this.handle = handle;
    this.role = command.role();
    this.customerId = command.customerId();
    this.passwordHash = passwordHash;
    this.active = true;
    this.createdAt = at;
  }

  /** Takes over what a judged command says of texts and returns what became different. */
  public Map<String, Object> describe(ChangeUser change) {
    Map<String, Object> changed = new LinkedHashMap<>();
    if (change.name() != null && !change.name().strip().equals(name)) {
      rename(change.name());
      changed.put("name", name);
    }
    if (change.email() != null && !change.email().strip().equals(email)) {
      moveToEmail(change.email());
      changed.put("email", email);
    }
    if (change.handle() != null && !change.handle().equals(handle)) {
      handle = change.handle();
      changed.put("handle", handle);
    }
    return changed;
  }

  public void rename(String newName) {
    name = newName.strip();
  }

  private void moveToEmail(String newEmail) {
    email = newEmail.strip();
    emailKey = Emails.key(newEmail);
  }

  /** Gives another role; {@code customer} is the customer's id for that role and null else. */
  public void become(Role newRole, @Nullable UUID customer) {
    role = newRole;
    customerId = customer;
  }

  public void keepPassword(String hash) {
    passwordHash = hash;
  }

  public void deactivate(Instant at) {
    active = false;
    deactivatedAt = at;
  }

  public void reactivate() {
    active = true;
    deactivatedAt = null;
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public Role role() {
    return role;
  }

  public @Nullable UUID customerId() {
    return customerId;
  }

  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Returns whether this is still the person's hash. */
  public boolean hasHash(String hash) {
    return hash.equals(passwordHash);
  }

  public boolean isActive() {
    return active;
  }

  public boolean isActiveAdmin() {
    return active && role == Role.ADMIN;
  }

  public long version() {
    return version;
  }

  public Actor asActor() {
    return new Actor(Actor.Kind.USER, id, name, role, customerId);
  }

  public UserView view() {
    return new UserView(id, email, name, handle, role, customerId, active, createdAt, version);
  }
}
