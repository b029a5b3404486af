package dev.tocsin.accounts;

import dev.tocsin.accounts.internal.FirstAdmin;
import dev.tocsin.accounts.internal.OwnAccount;
import dev.tocsin.accounts.internal.PasswordReset;
import dev.tocsin.accounts.internal.Sessions;
import dev.tocsin.accounts.internal.SigningIn;
import dev.tocsin.accounts.internal.UserStore;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people come in: the first of them, by password, and back in by an emailed link.
 *
 * <p>Nothing here tells whether anybody has a given email. Methods that hash a password run outside
 * a transaction, so that no connection waits for the hash.
 */
@Stateless
public class SignIn {

  @Inject private UserStore users;
  @Inject private FirstAdmin firstAdmin;
  @Inject private SigningIn signingIn;
  @Inject private Sessions sessions;
  @Inject private OwnAccount ownAccount;
  @Inject private PasswordReset reset;
  @Inject private Clock clock;

  /** Returns whether there is any user, so that the installation needs no first admin. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean setupComplete() {
    return users.anybodyAtAll();
  }

  /**
   * Makes the first admin; of two who try at once, on any nodes, one succeeds. Opens no session.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code already_set_up}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public UserView bootstrap(BootstrapAdmin command) {
    return firstAdmin.make(command);
  }

  /**
   * Starts a session.
   *
   * @throws dev.tocsin.platform.error.Unauthenticated for a wrong password, an unknown email and a
   *     person who may not sign in, alike
   * @throws dev.tocsin.platform.error.TooManyRequests for a quarter of an hour after five failures
   *     within one, also for the right password
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public SignedIn login(LogIn command) {
    return signingIn.signIn(command);
  }

  /** Ends the session of a cookie's value; one that is over already stays over. */
  public void logout(String sessionToken) {
    sessions.end(sessionToken);
  }

  /** Returns the living session of a cookie's value, and puts its end off. */
  public Optional<SessionView> session(String sessionToken) {
    return sessions.use(sessionToken, Times.now(clock));
  }

  /**
   * Changes the caller's own name or password; a new password ends their other sessions.
   *
   * @param sessionToken the session that goes on; null for none
   * @throws dev.tocsin.platform.error.Forbidden {@code not_a_person} for a token
   * @throws dev.tocsin.platform.error.TooManyRequests after five wrong current passwords
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public UserView changeOwn(Actor actor, ChangeOwn command, @Nullable String sessionToken) {
    return ownAccount.change(actor, command, sessionToken);
  }

  /**
   * Notes that somebody forgot their password. Whether an active person has that email is looked up
   * later, elsewhere; if so, {@link PasswordResetRequested} is announced.
   */
  public void forgotPassword(ForgotPassword command) {
    reset.request(command);
  }

  /**
   * Sets a password by an emailed link, which works once, and ends all of the person's sessions.
   *
   * @throws dev.tocsin.platform.error.Rejected naming {@code /token} or {@code /new_password}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void resetPassword(ResetPassword command) {
    reset.redeem(command);
  }
}
