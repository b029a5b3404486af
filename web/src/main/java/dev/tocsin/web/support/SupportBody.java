package dev.tocsin.web.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.web.rest.BufferedRequest;
import dev.tocsin.web.rest.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A body as the support API reads it: unknown members are ignored, the case of keys does not
 * matter, nor does what follows the first value.
 */
final class SupportBody {

  /** Not the house's strict mapper: clients of this API were never held to it. */
  private static final ObjectMapper LENIENT = new ObjectMapper();

  private final Map<String, JsonNode> members = new HashMap<>();

  private SupportBody(JsonNode tree) {
    tree.properties()
        .forEach(entry -> members.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
  }

  /** Reads the body of a request. */
  static SupportBody of(HttpServletRequest request) {
    if (BufferedRequest.isTooLarge(request)) {
      throw new SupportError(413, "request body too large");
    }
    try {
      String text = new String(BufferedRequest.bodyOf(request), StandardCharsets.UTF_8);
      JsonNode tree = LENIENT.readTree(text);
      if (tree.isObject() || tree.isNull()) {
        return new SupportBody(tree);
      }
    } catch (JsonProcessingException e) {
      // answered below, like anything else that is no object
    }
    throw invalid();
  }

  /** Returns a text; empty when it is absent or null. */
  String text(String name) {
    JsonNode node = members.get(name);
    if (node == null || node.isNull()) {
      return "";
    }
    if (!node.isTextual() || JsonText.isUnstorable(node.textValue())) {
      throw invalid();
    }
    return node.textValue();
  }

  /**
   * Returns the priority; empty when it is absent or no level there is, so that no ticket becomes
   * critical by omission.
   */
  Optional<Priority> priority() {
    JsonNode node = members.get("priority");
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isIntegralNumber()) {
      throw invalid();
    }
    String code = "P" + node.asText();
    return Stream.of(Priority.values())
        .filter(priority -> Code.of(priority).equals(code))
        .findFirst();
  }

  static SupportError invalid() {
    return new SupportError(400, "invalid request body");
  }
}
