package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.persistence.Json;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes settings and tells what really changed, in words fit for the audit chain. */
final class SettingsEditor {

  private final EntityManager entityManager;
  private final SecretBox box;

  SettingsEditor(EntityManager entityManager, SecretBox box) {
    this.entityManager = entityManager;
    this.box = box;
  }

  /**
   * Applies judged changes and returns, by key, the audit detail of those that made a difference.
   *
   * @param changes JSON null sets back to the default; a blank secret keeps the one there is
   */
  SortedMap<String, Map<String, Object>> apply(
      SortedMap<Setting<?>, JsonNode> changes, String by, Instant at) {
    // changes are rare: taking turns is simpler than two nodes inserting the same key
    entityManager
        .createNativeQuery("LOCK TABLE platform.setting IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
    SortedMap<String, Map<String, Object>> changed = new TreeMap<>();
    changes.forEach(
        (setting, value) -> {
          SettingRow row = entityManager.find(SettingRow.class, setting.key());
          JsonNode before = row == null ? NullNode.getInstance() : row.value();
          if (isChange(setting, before, value)) {
            store(setting, row, value, by, at);
            changed.put(setting.key(), detail(setting, before, value));
          }
        });
    return changed;
  }

  private static boolean isChange(Setting<?> setting, JsonNode before, JsonNode after) {
    if (setting.isSecret() && after.isTextual()) {
      return !after.asText().isBlank();
    }
    return !before.equals(after);
  }

  private void store(
      Setting<?> setting, @Nullable SettingRow row, JsonNode value, String by, Instant at) {
    if (value.isNull()) {
      if (row != null) {
        entityManager.remove(row);
      }
      return;
    }
    JsonNode stored = setting.isSecret() ? new TextNode(box.seal(value.asText())) : value;
    if (row == null) {
      entityManager.persist(new SettingRow(setting.key(), stored, by, at));
    } else {
      row.change(stored, by, at);
    }
  }

  private static Map<String, Object> detail(Setting<?> setting, JsonNode before, JsonNode after) {
    if (setting.isSecret()) {
      return Map.of("secret", after.isNull() ? "removed" : "set");
    }
    JsonNode fallback = Json.MAPPER.valueToTree(setting.fallback());
    return Map.of(
        "from", before.isNull() ? fallback : before, "to", after.isNull() ? fallback : after);
  }
}
