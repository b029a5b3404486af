package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ChangeUser;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges what is said about people, and takes it over when it is good. */
@Dependent
public class Admission {

  @Inject private UserStore users;
  @Inject private CustomerStore customers;
  @Inject private Departures departures;
  @Inject private Passwords passwords;

  /** Adds a person. */
  public User admit(CreateUser command, Instant now) {
    Judgement.of(command)
        .and(roleFaults(command.role()))
        .and(Binding.faults(command.role(), command.customerId(), customers::exists))
        .and(
            PasswordPolicy.faults("/password", command.password(), command.email(), command.name()))
        .pass();
    String hash = command.password() == null ? null : passwords.hash(command.password());
    String handle =
        command.handle() != null ? command.handle() : Handles.of(command.email(), this::isTaken);
    User user = new User(Ids.next(), command, handle, hash, now);
    users.add(user);
    return user;
  }

  /** Changes a person and returns what became different. */
  public Map<String, Object> change(Actor actor, User user, ChangeUser command) {
    Role role = command.role() == null ? user.role() : command.role();
    UUID customer = customerAfter(user, role, command.customerId());
    Judgement.of(command)
        .and(roleFaults(role))
        .and(Binding.faults(role, customer, customers::exists))
        .pass();
    if (user.isActiveAdmin() && role != Role.ADMIN) {
      departures.mayStopBeingAdmin(actor, user);
    }
    Map<String, Object> changed = user.describe(command);
    if (role != user.role() || !Objects.equals(customer, user.customerId())) {
      user.become(role, customer);
      changed.put("role", role);
    }
    if (Boolean.TRUE.equals(command.active()) && !user.isActive()) {
      user.reactivate();
      changed.put("active", true);
    }
    users.flush();
    return changed;
  }

  private static @Nullable UUID customerAfter(User user, Role role, @Nullable UUID wanted) {
    return wanted == null && role == Role.CUSTOMER ? user.customerId() : wanted;
  }

  private static List<Fault> roleFaults(@Nullable Role role) {
    return role == Role.INGEST
        ? List.of(new Fault("/role", "not_allowed", "is for API tokens only"))
        : List.of();
  }

  private boolean isTaken(String handle) {
    return users.byHandle(handle).isPresent();
  }
}
