package dev.tocsin.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Rejected;
import java.util.Objects;

/** Lays a JSON merge patch (RFC 7396) over what there is, where a module takes whole drafts. */
public final class MergePatch {

  private MergePatch() {}

  /**
   * Returns the draft that a patch makes of the present one.
   *
   * @throws Rejected with every fault of the result
   */
  public static <T extends Record> T apply(T present, JsonNode patch, Class<T> type) {
    if (!patch.isObject()) {
      throw new Rejected("", "invalid_type", "must be an object");
    }
    JsonNode merged = merge(Json.MAPPER.valueToTree(present), patch);
    Object draft = Binder.bind(Json.MAPPER.constructType(type), merged);
    return type.cast(Objects.requireNonNull(draft, "an object binds to a record"));
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? ((ObjectNode) target).deepCopy() : Json.MAPPER.createObjectNode();
    patch
        .properties()
        .forEach(
            entry -> {
              JsonNode old = result.path(entry.getKey());
              if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
              } else {
                result.set(entry.getKey(), merge(old, entry.getValue()));
              }
            });
    return result;
  }
}
