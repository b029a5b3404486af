package dev.tocsin.web.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of a body as a JSON tree that PostgreSQL can store. */
public final class JsonText {

  private JsonText() {}

  /**
   * Returns the tree of a body.
   *
   * @throws Rejected when it is empty, not UTF-8, not exactly one JSON value, or holds characters
   *     that text in a database cannot
   */
  public static JsonNode read(byte[] body) {
    String text = decoded(body);
    if (text.isBlank()) {
      throw new Rejected("", "required", "A JSON body is needed.");
    }
    JsonNode tree;
    try {
      tree = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Rejected("", "malformed_json", "The body is not well-formed JSON" + place(e) + ".");
    }
    List<Fault> faults = new ArrayList<>();
    judge(tree, "", faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return tree;
  }

  /** Returns whether text holds a NUL or half a surrogate pair. */
  public static boolean isUnstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static String decoded(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Rejected("", "invalid_utf8", "The body is not UTF-8.");
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private static void judge(JsonNode node, String pointer, List<Fault> faults) {
    if (node.isTextual() && isUnstorable(node.textValue())) {
      faults.add(unstorable(pointer));
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      judge(node.get(i), pointer + '/' + i, faults);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                String at = pointer + '/' + Binder.escaped(entry.getKey());
                if (isUnstorable(entry.getKey())) {
                  faults.add(unstorable(pointer));
                }
                judge(entry.getValue(), at, faults);
              });
    }
  }

  private static Fault unstorable(String pointer) {
    return new Fault(
        pointer, "invalid_character", "holds a NUL character or half a surrogate pair");
  }
}
