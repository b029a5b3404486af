package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ChangeOwn;
import dev.tocsin.accounts.UserView;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people change their own name and password. */
@Dependent
public class OwnAccount {

  @Inject private UserStore users;
  @Inject private SignInGate gate;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private PasswordLinks links;
  @Inject private Transactions transactions;
  @Inject private Audit audit;

  /** Changes what the command names; a new password needs the current one. */
  public UserView change(Actor actor, ChangeOwn command, @Nullable String sessionToken) {
    UUID id = actor.id();
    if (actor.kind() != Actor.Kind.USER || id == null) {
      throw new Forbidden("not_a_person", "Only a signed-in person has a name and a password.");
    }
    User user = transactions.call(() -> users.require(id));
    Judgement.of(command).and(passwordFaults(command, user)).pass();
    String newPassword = command.newPassword();
    if (newPassword == null) {
      return transactions.call(() -> keep(actor, id, command, null, null));
    }
    prove(user, String.valueOf(command.currentPassword()));
    Proof proof = new Proof(user.passwordHash().orElse(""), passwords.hash(newPassword));
    return transactions.call(() -> keep(actor, id, command, proof, sessionToken));
  }

  /** The hash that the current password fitted, and the one to replace it. */
  private record Proof(String old, String next) {}

  private void prove(User user, String currentPassword) {
    gate.admit(SignInGate.confirmation(user.id()));
    String hash = user.passwordHash().orElse(null);
    if (passwords.verify(currentPassword, hash) == PasswordHasher.Verdict.MISMATCH) {
      throw new Rejected("/current_password", "wrong", "is not your password");
    }
  }

  private UserView keep(
      Actor actor, UUID id, ChangeOwn command, @Nullable Proof proof, @Nullable String session) {
    User user = users.require(id);
    Map<String, Object> changed = new LinkedHashMap<>();
    Optional.ofNullable(command.name())
        .filter(name -> !name.strip().equals(user.name()))
        .ifPresent(
            name -> {
              user.rename(name);
              changed.put("name", user.name());
            });
    if (proof != null) {
      if (!user.hasHash(proof.old())) {
        throw new Stale();
      }
      user.keepPassword(proof.next());
      gate.forgive(SignInGate.confirmation(id));
      links.endAll(id);
      changed.put("password", true);
      changed.put("sessions_ended", sessions.endAll(id, session));
    }
    users.flush();
    if (!changed.isEmpty()) {
      audit.record(actor, "user.changed_own", "user", id.toString(), changed);
    }
    return user.view();
  }

  private static List<Fault> passwordFaults(ChangeOwn command, User user) {
    if (command.newPassword() == null) {
      return List.of();
    }
    if (command.currentPassword() == null) {
      return List.of(new Fault("/current_password", "required", "is required to set a new one"));
    }
    return PasswordPolicy.faults("/new_password", command.newPassword(), user.email(), user.name());
  }
}
