package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.BootstrapAdmin;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Makes the first person of an installation an admin, exactly once. */
@Dependent
public class FirstAdmin {

  @Inject private UserStore users;
  @Inject private Passwords passwords;
  @Inject private Transactions transactions;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** Makes the first admin, or refuses when there is anybody already. */
  public UserView make(BootstrapAdmin command) {
    transactions.run(this::refuseIfSetUp);
    Judgement.of(command)
        .and(
            PasswordPolicy.faults("/password", command.password(), command.email(), command.name()))
        .pass();
    String hash = passwords.hash(command.password());
    return transactions.call(() -> keep(command, hash));
  }

  private UserView keep(BootstrapAdmin command, String hash) {
    users.lockAdmins();
    refuseIfSetUp();
    CreateUser admin =
        new CreateUser(command.email(), command.name(), null, Role.ADMIN, null, null);
    String handle = Handles.of(command.email(), taken -> false);
    User user = new User(Ids.next(), admin, handle, hash, Times.now(clock));
    users.add(user);
    audit.record(
        user.asActor(),
        "user.created",
        "user",
        user.id().toString(),
        Map.of("email", user.email(), "handle", handle, "role", Role.ADMIN));
    return user.view();
  }

  private void refuseIfSetUp() {
    if (users.anybodyAtAll()) {
      throw new Conflict("already_set_up", "There is an admin already; sign in.");
    }
  }
}
