package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.accounts.CreateApiToken;
import dev.tocsin.platform.Role;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a token and shows it this once. */
@Named
@ViewScoped
public class TokenCreatePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ApiTokens tokens;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String name = "";
  private Role role = Role.INGEST;
  private @Nullable UUID customerId;
  private int days;
  private @Nullable String token;

  /** Lets only administrators in. */
  public void load() {
    caller.actor().require(Role.ADMIN);
  }

  /** Makes the token. */
  public void create() {
    Instant expires = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
    UUID tenant = role == Role.CUSTOMER ? customerId : null;
    token = tokens.create(caller.actor(), new CreateApiToken(name, role, tenant, expires)).token();
  }

  /** Returns the token just made; null before. */
  public @Nullable String getToken() {
    return token;
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public @Nullable UUID getCustomerId() {
    return customerId;
  }

  public void setCustomerId(@Nullable UUID customerId) {
    this.customerId = customerId;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
