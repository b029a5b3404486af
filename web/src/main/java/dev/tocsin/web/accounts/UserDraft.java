package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeUser;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.Role;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about an account. */
public class UserDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String email = "";
  private String name = "";
  private String handle = "";
  private String password = "";
  private Role role = Role.AGENT;
  private @Nullable UUID customerId;

  void fill(UserView user) {
    email = user.email();
    name = user.name();
    handle = user.handle();
    role = user.role();
    customerId = user.customerId();
  }

  CreateUser create() {
    return new CreateUser(
        email, name, blank(handle), role, tenant(), password.isEmpty() ? null : password);
  }

  ChangeUser change() {
    return new ChangeUser(email, name, blank(handle), role, tenant(), null);
  }

  static ChangeUser activation() {
    return new ChangeUser(null, null, null, null, null, true);
  }

  private @Nullable UUID tenant() {
    return role == Role.CUSTOMER ? customerId : null;
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getHandle() {
    return handle;
  }

  public void setHandle(String handle) {
    this.handle = handle;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
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
}
