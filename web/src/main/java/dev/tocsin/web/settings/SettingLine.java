package dev.tocsin.web.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One setting as a form shows it; what kind it is, its value tells. */
public class SettingLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String kind;
  private final String before;
  private String text;
  private boolean flag;

  SettingLine(String key, @Nullable Object value) {
    this.key = key;
    this.kind = kind(value);
    this.flag = value instanceof Boolean on && on;
    if (value instanceof Map<?, ?> secret) {
      this.text = "";
      this.flag = Boolean.TRUE.equals(secret.get("set"));
    } else if (value instanceof List<?> items) {
      this.text = items.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    } else {
      this.text = value == null ? "" : value.toString();
    }
    this.before = isFlag() ? Boolean.toString(flag) : text;
  }

  private static String kind(@Nullable Object value) {
    if (value instanceof Boolean) {
      return "flag";
    } else if (value instanceof Number) {
      return "number";
    } else if (value instanceof Map) {
      return "secret";
    }
    return value instanceof List ? "texts" : "text";
  }

  /** Returns the new value; empty when nothing was changed. */
  Optional<JsonNode> change() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (before.equals(isFlag() ? Boolean.toString(flag) : text)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case "flag" -> json.booleanNode(flag);
          case "number" -> number(json);
          case "texts" -> texts(json);
          default -> text.isBlank() ? json.nullNode() : json.textNode(text.strip());
        });
  }

  private JsonNode number(JsonNodeFactory json) {
    try {
      return text.isBlank() ? json.nullNode() : json.numberNode(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return json.textNode(text);
    }
  }

  private JsonNode texts(JsonNodeFactory json) {
    ArrayNode items = json.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(items::add);
    return items;
  }

  private boolean isFlag() {
    return kind.equals("flag");
  }

  public String getKey() {
    return key;
  }

  /** Returns {@code flag}, {@code number}, {@code secret}, {@code texts} or {@code text}. */
  public String getKind() {
    return kind;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public boolean isOn() {
    return flag;
  }

  public void setOn(boolean on) {
    this.flag = on;
  }
}
