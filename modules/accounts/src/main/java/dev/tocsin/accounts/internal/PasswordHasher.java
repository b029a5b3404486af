package dev.tocsin.accounts.internal;

import dev.tocsin.platform.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id and writes them in the PHC string format.
 *
 * <p>The cost travels with each hash, so it can be raised at any time: {@link #verify} says when a
 * hash was made at another cost and should be made anew.
 */
public final class PasswordHasher {

  /** What a hash costs: memory in KiB, passes over it, lanes. */
  public record Cost(int memory, int passes, int lanes) {}

  /** What comparing a password with a hash shows. */
  public enum Verdict {
    MATCH,
    MATCH_AT_OLD_COST,
    MISMATCH
  }

  /** OWASP's Password Storage Cheat Sheet for Argon2id: 19 MiB, two passes, one lane. */
  public static final Cost OWASP = new Cost(19_456, 2, 1);

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Each hash in the making holds its memory on the heap; a burst of logins must not fill it. */
  private static final Semaphore SLOTS =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  private final Cost cost;
  private final String nobodys;

  public PasswordHasher() {
    this(OWASP);
  }

  public PasswordHasher(Cost cost) {
    this.cost = cost;
    this.nobodys = hash(Tokens.random());
  }

  /** Returns the PHC string of a password, with a salt of its own. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = derive(password, salt, cost, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memory(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /**
   * Compares a password with a stored hash, in the same time whether it fits or not.
   *
   * @param phc the stored hash; null for a person who does not exist or has no password, which
   *     costs as much and never fits
   */
  public Verdict verify(String password, @Nullable String phc) {
    Matcher stored = PHC.matcher(phc == null ? nobodys : phc);
    if (!stored.matches()) {
      throw new IllegalStateException("a stored password hash is not Argon2id version 19");
    }
    Cost made =
        new Cost(
            Integer.parseInt(stored.group(1)),
            Integer.parseInt(stored.group(2)),
            Integer.parseInt(stored.group(3)));
    byte[] expected = Base64.getDecoder().decode(stored.group(5));
    byte[] salt = Base64.getDecoder().decode(stored.group(4));
    byte[] actual = derive(password, salt, made, expected.length);
    if (!MessageDigest.isEqual(expected, actual) || phc == null) {
      return Verdict.MISMATCH;
    }
    return made.equals(cost) ? Verdict.MATCH : Verdict.MATCH_AT_OLD_COST;
  }

  private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build();
    // one password typed on two keyboards may arrive composed and decomposed
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    byte[] out = new byte[length];
    SLOTS.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(parameters);
      generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), out);
    } finally {
      SLOTS.release();
    }
    return out;
  }
}
