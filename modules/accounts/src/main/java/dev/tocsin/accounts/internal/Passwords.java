package dev.tocsin.accounts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The one {@link PasswordHasher} of a node, at the cost of the day. */
@ApplicationScoped
public class Passwords {

  private final PasswordHasher hasher;

  /** Made by the container. */
  public Passwords() {
    this(PasswordHasher.OWASP);
  }

  Passwords(PasswordHasher.Cost cost) {
    this.hasher = new PasswordHasher(cost);
  }

  /** Returns the hash to store of a password. */
  public String hash(String password) {
    return hasher.hash(password);
  }

  /** Compares a password with a stored hash; null stands for nobody and costs as much. */
  public PasswordHasher.Verdict verify(String password, @Nullable String hash) {
    return hasher.verify(password, hash);
  }
}
