package dev.tocsin.ticketing.internal.privacy;

import dev.tocsin.persistence.Ids;
import dev.tocsin.ticketing.HistoryView.Shift;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be forgotten, and what is written in their place.
 *
 * @param userId their account; null when they have none
 * @param names by which tickets and their account call them
 * @param pseudonym stands for their account where one id must still be told from another
 */
public record Person(String email, @Nullable UUID userId, Set<String> names, UUID pseudonym) {

  /** What stands where a name stood. */
  public static final String ERASED = "(erased)";

  private static final int SHORTEST_NAME = 3;

  static Person of(String email, @Nullable UUID userId, Stream<String> names) {
    return new Person(
        email,
        userId,
        names.map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet()),
        Ids.next());
  }

  /** Returns what tells one email from another without telling it. */
  public static String digest(String email) {
    try {
      byte[] bytes = email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns whether an account is theirs. */
  public boolean hasId(@Nullable UUID id) {
    return id != null && id.equals(userId);
  }

  /** Returns whether they are called so. */
  public boolean isCalled(@Nullable String name) {
    return name != null && (name.strip().equalsIgnoreCase(email) || names.contains(name.strip()));
  }

  /** Returns a text without their email and their names. */
  public String without(String text) {
    String redacted = word(email, Pattern.CASE_INSENSITIVE).matcher(text).replaceAll(mark());
    for (String name : names) {
      if (name.length() >= SHORTEST_NAME) {
        redacted = word(name, 0).matcher(redacted).replaceAll(mark());
      }
    }
    return redacted;
  }

  private static Pattern word(String word, int flags) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
        flags | Pattern.UNICODE_CASE);
  }

  private static String mark() {
    return Matcher.quoteReplacement(ERASED);
  }

  /** Returns what changed, without them. */
  public Map<String, Shift> without(Map<String, Shift> changes) {
    Map<String, Shift> redacted = new HashMap<>();
    changes.forEach(
        (property, shift) ->
            redacted.put(property, new Shift(withoutIn(shift.from()), withoutIn(shift.to()))));
    return redacted;
  }

  /** Returns custom fields without them. */
  public Map<String, Object> withoutInFields(Map<String, Object> fields) {
    Map<String, Object> redacted = new HashMap<>(fields);
    redacted.replaceAll((name, value) -> Objects.requireNonNull(withoutIn(value)));
    return redacted;
  }

  private @Nullable Object withoutIn(@Nullable Object value) {
    if (value instanceof String text) {
      return hasIdText(text) ? pseudonym.toString() : without(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::withoutIn).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> redacted = new HashMap<>();
      map.forEach((key, member) -> redacted.put(key, withoutIn(member)));
      return redacted;
    }
    return value;
  }

  private boolean hasIdText(String text) {
    return userId != null && text.equals(userId.toString());
  }
}
