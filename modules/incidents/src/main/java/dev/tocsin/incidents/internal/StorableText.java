package dev.tocsin.incidents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes foreign text fit for PostgreSQL: neither text nor JSONB can hold U+0000 or half a surrogate
 * pair, and an alert must not be lost for one of those.
 */
final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** Return the text with every character that cannot be stored replaced by U+FFFD. */
  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        clean.append(c).append(text.charAt(++i));
      } else {
        clean.append(c == 0 || Character.isSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return clean.toString();
  }

  /** Return the first characters of a text, at most so many, no pair cut in half. */
  static String first(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }

  /** Return an id that an index can hold: itself, or its digest when it is very long. */
  static String key(String id) {
    return id.length() <= 500 ? id : "sha256:" + sha256(id);
  }

  /** Return the SHA-256 of a text's UTF-8 in hex. */
  static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Return a copy of JSON with every text and every key made storable. */
  static JsonNode of(JsonNode json) {
    if (json.isTextual()) {
      return JsonNodeFactory.instance.textNode(of(json.textValue()));
    }
    if (json.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      json.forEach(item -> copy.add(of(item)));
      return copy;
    }
    if (json.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      json.properties().forEach(field -> copy.set(of(field.getKey()), of(field.getValue())));
      return copy;
    }
    return json;
  }
}
