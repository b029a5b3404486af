package dev.tocsin.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Writes a message into an incident's timeline.
 *
 * @param type {@code message}; every other type is written by Tocsin alone
 * @param content its {@code text} (or {@code message}) is what is said
 */
public record AddTimelineMessage(@NotBlank String type, @NotNull Map<String, Object> content) {

  /** Return the command that says this. */
  public static AddTimelineMessage saying(String text) {
    return new AddTimelineMessage("message", Map.of("text", text));
  }
}
