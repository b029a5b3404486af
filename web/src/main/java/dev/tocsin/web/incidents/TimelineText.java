package dev.tocsin.web.incidents;

import dev.tocsin.incidents.TimelineEntryView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words for what a timeline entry holds. */
@Named
@ApplicationScoped
public class TimelineText {

  /** What an entry says elsewhere on the page, or only programs want to know. */
  private static final Set<String> LEFT_OUT = Set.of("id", "repeat", "tier_index", "next_at");

  /** Returns the entry's own text, else its values by name. */
  public String of(TimelineEntryView entry) {
    Map<String, Object> content = entry.content();
    Object text = content.getOrDefault("text", content.get("message"));
    if (text != null) {
      return text.toString();
    }
    return new TreeMap<>(content)
        .entrySet().stream()
            .filter(value -> !isForPrograms(value.getKey()) && value.getValue() != null)
            .map(value -> value.getKey().replace('_', ' ') + ": " + words(value.getValue()))
            .collect(Collectors.joining(" · "));
  }

  private static boolean isForPrograms(String key) {
    return LEFT_OUT.contains(key) || key.endsWith("_id") || key.endsWith("_ids");
  }

  private static String words(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items.stream().map(TimelineText::words).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> person && person.get("user_name") != null) {
      return String.valueOf(person.get("user_name"));
    }
    return String.valueOf(value);
  }
}
