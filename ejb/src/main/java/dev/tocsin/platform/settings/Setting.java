package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing an operator can change, declared as a constant of the module that reads it.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int LONGEST_TEXT = 10_000;

  private final String key;
  private final @Nullable T fallback;
  private final boolean secret;
  private final Shape<T> shape;

  /** How a value is read from JSON; throws {@link Unfit} with a sentence when it does not fit. */
  private interface Shape<T> {
    T read(JsonNode json) throws Unfit;
  }

  /** A value that does not fit, with the code and the sentence of its fault. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Unfit(String code, String detail) {
      super(detail);
      this.code = code;
    }

    String code() {
      return code;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  private Setting(String key, @Nullable T fallback, boolean secret, Shape<T> shape) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key of a setting: " + key);
    }
    this.key = key;
    this.fallback = fallback;
    this.secret = secret;
    this.shape = shape;
  }

  /** Declares a line of text. */
  public static Setting<String> text(String key, @Nullable String fallback) {
    return new Setting<>(key, fallback, false, Setting::readText);
  }

  /** Declares one of some words. */
  public static Setting<String> choice(String key, String fallback, String... choices) {
    List<String> words = List.copyOf(Arrays.asList(choices));
    return text(key, fallback)
        .checked(
            word -> words.contains(word) ? null : "must be one of " + String.join(", ", words));
  }

  /** Declares a yes or no. */
  public static Setting<Boolean> flag(String key, boolean fallback) {
    return new Setting<>(
        key, fallback, false, json -> fitting(json.isBoolean(), json, "true or false").asBoolean());
  }

  /** Declares a whole number, both bounds included. */
  public static Setting<Long> number(String key, @Nullable Long fallback, long min, long max) {
    Setting<Long> any =
        new Setting<>(
            key,
            fallback,
            false,
            json ->
                fitting(json.canConvertToLong() && json.isIntegralNumber(), json, "a whole number")
                    .asLong());
    return any.checked(n -> n < min || n > max ? "must be " + min + " to " + max : null);
  }

  /** Declares a secret: sealed when stored, shown to nobody, kept when a blank is saved over it. */
  public static Setting<String> secret(String key) {
    return new Setting<>(key, null, true, Setting::readText);
  }

  /** Declares a list of texts, empty when unset. */
  public static Setting<List<String>> texts(String key) {
    return new Setting<>(key, List.of(), false, Setting::readTexts);
  }

  /** Declares an id of something, unset by default. */
  public static Setting<UUID> uuid(String key) {
    return new Setting<>(key, null, false, Setting::readUuid);
  }

  /**
   * Returns the same setting with a further rule.
   *
   * @param rule returns null for a good value, else a sentence such as "must be …"
   */
  public Setting<T> checked(Function<T, @Nullable String> rule) {
    return new Setting<>(
        key,
        fallback,
        secret,
        json -> {
          T value = shape.read(json);
          String fault = rule.apply(value);
          if (fault != null) {
            throw new Unfit("invalid", fault);
          }
          return value;
        });
  }

  /** Returns the name under which it is stored, shown and changed. */
  public String key() {
    return key;
  }

  /** Returns whether its value is sealed and shown to nobody. */
  public boolean isSecret() {
    return secret;
  }

  /** Returns the value that holds while nobody has set another; null for none. */
  public @Nullable T fallback() {
    return fallback;
  }

  /** Returns the value that JSON stands for. */
  T read(JsonNode json) throws Unfit {
    return shape.read(json);
  }

  private static JsonNode fitting(boolean fits, JsonNode json, String wanted) throws Unfit {
    if (!fits) {
      throw new Unfit("type", "must be " + wanted);
    }
    return json;
  }

  private static String readText(JsonNode json) throws Unfit {
    String text = fitting(json.isTextual(), json, "a text").asText();
    if (text.length() > LONGEST_TEXT) {
      throw new Unfit("length", "must have at most " + LONGEST_TEXT + " characters");
    }
    if (text.indexOf(0) >= 0) {
      throw new Unfit("invalid", "must not hold the character U+0000");
    }
    return text;
  }

  private static List<String> readTexts(JsonNode json) throws Unfit {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : fitting(json.isArray(), json, "a list of texts")) {
      texts.add(readText(item));
    }
    return List.copyOf(texts);
  }

  private static UUID readUuid(JsonNode json) throws Unfit {
    String text = fitting(json.isTextual(), json, "an id").asText();
    if (!ID.matcher(text).matches()) {
      throw new Unfit("type", "must be an id");
    }
    return UUID.fromString(text);
  }
}
