package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ForgotPassword;
import dev.tocsin.accounts.ResetPassword;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Nudge;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets people back in who forgot their password, and those in who were invited. */
@Dependent
public class PasswordReset {

  private static final Fault BAD_LINK =
      new Fault("/token", "invalid_token", "has been used already, is too old or never was one");

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  @Inject private UserStore users;
  @Inject private PasswordLinks links;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private SignInGate gate;
  @Inject private Transactions transactions;
  @Inject private Event<Nudge> nudges;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Keeps the request and does nothing else, so that a known email takes exactly as long as an
   * unknown one.
   */
  public void request(ForgotPassword command) {
    Input.check(command);
    entityManager.persist(new PasswordRequest(Ids.next(), command.email(), Times.now(clock)));
    nudges.fire(new Nudge(PasswordRequests.NAME));
  }

  /** Sets the password of whoever the link was sent to, and ends what it gave access to before. */
  public void redeem(ResetPassword command) {
    Optional<User> owner = transactions.call(() -> ownerOf(command.token()));
    Judgement.of(command)
        .and(owner.isPresent() ? List.of() : List.of(BAD_LINK))
        .and(passwordFaults(command, owner))
        .pass();
    String hash = passwords.hash(command.newPassword());
    transactions.run(() -> keep(command.token(), hash));
  }

  private void keep(String token, String hash) {
    User user = ownerOf(token).orElseThrow(() -> new Rejected(List.of(BAD_LINK)));
    user.keepPassword(hash);
    users.flush();
    links.endAll(user.id());
    int ended = sessions.endAll(user.id(), null);
    gate.forgive(SignInGate.signIn(user.email()));
    Map<String, Object> detail = Map.of("sessions_ended", ended);
    audit.record(user.asActor(), "user.password_set", "user", user.id().toString(), detail);
  }

  private Optional<User> ownerOf(String token) {
    return Optional.ofNullable(token)
        .flatMap(secret -> links.ownerOf(secret, Times.now(clock)))
        .flatMap(users::find)
        .filter(User::isActive);
  }

  private static List<Fault> passwordFaults(ResetPassword command, Optional<User> owner) {
    String email = owner.map(User::email).orElse("");
    String name = owner.map(User::name).orElse("");
    return PasswordPolicy.faults("/new_password", command.newPassword(), email, name);
  }
}
