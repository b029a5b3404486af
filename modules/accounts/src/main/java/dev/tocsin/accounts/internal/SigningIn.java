package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.LogIn;
import dev.tocsin.accounts.SignedIn;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Compares an email and a password with what is known, and starts a session when they fit. */
@Dependent
public class SigningIn {

  @Inject private UserStore users;
  @Inject private SignInGate gate;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Signs a person in; the work is the same whoever has that email, and whether anybody has. */
  public SignedIn signIn(LogIn command) {
    Input.check(command);
    gate.admit(SignInGate.signIn(command.email()));
    Optional<String> hash = transactions.call(() -> hashOf(command.email()));
    PasswordHasher.Verdict verdict = passwords.verify(command.password(), hash.orElse(null));
    if (verdict == PasswordHasher.Verdict.MISMATCH || hash.isEmpty()) {
      throw new Unauthenticated();
    }
    String next =
        verdict == PasswordHasher.Verdict.MATCH ? hash.get() : passwords.hash(command.password());
    return transactions.call(() -> start(command.email(), hash.get(), next));
  }

  private Optional<String> hashOf(String email) {
    return users.byEmail(email).filter(User::isActive).flatMap(User::passwordHash);
  }

  private SignedIn start(String email, String proved, String next) {
    // the password may have been changed while this one was looked at
    User user =
        users
            .byEmail(email)
            .filter(known -> known.isActive() && known.hasHash(proved))
            .orElseThrow(Unauthenticated::new);
    if (!next.equals(proved)) {
      user.keepPassword(next);
      users.flush();
    }
    gate.forgive(SignInGate.signIn(email));
    return sessions.start(user, Times.now(clock));
  }
}
