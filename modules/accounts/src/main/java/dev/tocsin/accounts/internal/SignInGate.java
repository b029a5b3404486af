package dev.tocsin.accounts.internal;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.TooManyRequests;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets only so many wrong passwords through, for names that exist and names that do not alike.
 *
 * <p>What was typed is kept as a digest: people type passwords into email fields.
 */
@Dependent
public class SignInGate {

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Returns the subject of signing in with an email, known or not. */
  public static String signIn(String email) {
    return Tokens.digest("sign-in:" + Emails.key(email));
  }

  /**
   * Returns the subject of a signed-in person repeating their password, whom others cannot lock.
   */
  public static String confirmation(UUID userId) {
    return Tokens.digest("confirmation:" + userId);
  }

  /**
   * Counts an attempt in a transaction of its own, before the password is looked at.
   *
   * @throws TooManyRequests when the subject is locked
   */
  public void admit(String subject) {
    if (!transactions.<Boolean>call(() -> count(subject, Times.now(clock)))) {
      throw new TooManyRequests(SignInAttempts.LOCK.toSeconds());
    }
  }

  /** Takes the counted attempts back, in the caller's transaction: the password was right. */
  public void forgive(String subject) {
    entityManager
        .createQuery("DELETE FROM SignInAttempts a WHERE a.subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  private boolean count(String subject, Instant now) {
    entityManager
        .createNativeQuery(
            "INSERT INTO accounts.sign_in_attempts (subject, failures, last_attempt_at)"
                + " VALUES (?1, '[]', ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, subject)
        .setParameter(2, InstantColumn.of(now))
        .executeUpdate();
    SignInAttempts attempts =
        entityManager.find(SignInAttempts.class, subject, LockModeType.PESSIMISTIC_WRITE);
    if (attempts == null) {
      // forgiven between the two statements: start again
      return count(subject, now);
    }
    if (attempts.isLocked(now)) {
      return false;
    }
    attempts.count(now);
    return true;
  }
}
