package dev.tocsin.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A place in a list: the sort key of the last row seen, opaque to clients.
 *
 * @param parts the key's columns in order, as text
 */
public record Cursor(List<String> parts) {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  public Cursor {
    parts = List.copyOf(parts);
  }

  /** Returns the cursor of a key; every part is kept as its text. */
  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
  }

  /** Returns the text that clients send back. */
  public String encode() {
    byte[] json = Json.write(parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws InvalidCursor for any other text
   */
  public static Cursor decode(String text) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(text);
      return new Cursor(Json.read(new String(json, StandardCharsets.UTF_8), TEXTS));
    } catch (IllegalArgumentException | UncheckedIOException | NullPointerException e) {
      throw new InvalidCursor(e);
    }
  }

  /** Returns part {@code i} as text. */
  public String text(int i) {
    if (i >= parts.size()) {
      throw new InvalidCursor(new IndexOutOfBoundsException(i));
    }
    return parts.get(i);
  }

  /** Returns part {@code i} as an id. */
  public UUID id(int i) {
    try {
      return UUID.fromString(text(i));
    } catch (IllegalArgumentException e) {
      throw new InvalidCursor(e);
    }
  }

  /** Returns part {@code i} as an instant. */
  public Instant instant(int i) {
    try {
      return Instant.parse(text(i));
    } catch (DateTimeException e) {
      throw new InvalidCursor(e);
    }
  }

  /** Returns part {@code i} as a whole number. */
  public long number(int i) {
    try {
      return Long.parseLong(text(i));
    } catch (NumberFormatException e) {
      throw new InvalidCursor(e);
    }
  }
}
