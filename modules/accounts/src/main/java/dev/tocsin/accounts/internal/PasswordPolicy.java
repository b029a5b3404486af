package dev.tocsin.accounts.internal;

import dev.tocsin.platform.error.Fault;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords may be chosen: 12 to 128 characters, anything but what is guessed first.
 *
 * <p>Length is what counts; no mixture of kinds is asked for and no password grows too old (NIST SP
 * 800-63B, OWASP ASVS). Twelve is more than ASVS's eight and, behind five tries in a quarter of an
 * hour and a hash that costs memory, enough for the fifteen NIST asks of passwords without those.
 */
public final class PasswordPolicy {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private static final int FEWEST_DISTINCT = 5;

  private static final List<String> ROWS =
      List.of(
          "12345678901234567890123456789012345678901234567890",
          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
          "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnmqwertzuiopasdfghjklyxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "1q2w3e4r5t6y7u8i9o0p");

  private static final Set<String> COMMON =
      Set.of(
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "password123!",
          "password1234!",
          "administrator",
          "administrator1",
          "changemechangeme",
          "changeme1234",
          "welcome12345",
          "letmeinletmein",
          "qwerty123456",
          "iloveyou1234",
          "correcthorsebatterystaple",
          "trustno1trustno1");

  private PasswordPolicy() {}

  /**
   * Returns what is wrong with a password; empty when it may be used.
   *
   * @param pointer where it stands in the input
   * @param password null has no fault here: whether it is required is another rule
   * @param personal the person's email and name, which are guessed early
   */
  public static List<Fault> faults(
      String pointer, @Nullable String password, @Nullable String... personal) {
    if (password == null) {
      return List.of();
    }
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST) {
      return List.of(
          new Fault(pointer, "too_short", "must be " + SHORTEST + " characters or more"));
    }
    if (length > LONGEST) {
      return List.of(new Fault(pointer, "too_long", "must be " + LONGEST + " characters or fewer"));
    }
    if (isGuessedFirst(normal.toLowerCase(Locale.ROOT), personal)) {
      return List.of(new Fault(pointer, "too_common", "is among the first that anybody guesses"));
    }
    return List.of();
  }

  private static boolean isGuessedFirst(String password, @Nullable String... personal) {
    if (password.codePoints().distinct().count() < FEWEST_DISTINCT || COMMON.contains(password)) {
      return true;
    }
    String reversed = new StringBuilder(password).reverse().toString();
    if (ROWS.stream().anyMatch(row -> row.contains(password) || row.contains(reversed))) {
      return true;
    }
    return Arrays.stream(personal)
        .filter(Objects::nonNull)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.equals(password) || text.replace(" ", "").equals(password));
  }
}
