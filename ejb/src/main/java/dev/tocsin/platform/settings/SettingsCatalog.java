package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All settings of the system by their keys; judges what somebody wants to change them to. */
final class SettingsCatalog {

  private final List<SettingGroup> groups;
  private final SortedMap<String, Setting<?>> settings = new TreeMap<>();

  SettingsCatalog(List<? extends SettingGroup> groups) {
    this.groups = List.copyOf(groups);
    for (SettingGroup group : groups) {
      for (Setting<?> setting : group.settings()) {
        if (settings.put(setting.key(), setting) != null) {
          throw new IllegalStateException("two settings are named " + setting.key());
        }
      }
    }
  }

  Collection<Setting<?>> all() {
    return settings.values();
  }

  /**
   * Returns the settings that a change names, in the order of their keys.
   *
   * @throws Rejected naming every unknown key and every value that does not fit
   */
  SortedMap<Setting<?>, JsonNode> check(Map<String, JsonNode> changes) {
    List<Fault> faults = new ArrayList<>();
    SortedMap<Setting<?>, JsonNode> good = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
    new TreeMap<>(changes)
        .forEach(
            (key, value) -> {
              Setting<?> setting = settings.get(key);
              if (setting == null) {
                faults.add(new Fault(pointer(key), "unknown", "There is no such setting."));
              } else if (fits(setting, value, faults)) {
                good.put(setting, value);
              }
            });
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return good;
  }

  private boolean fits(Setting<?> setting, JsonNode value, List<Fault> faults) {
    if (value.isNull()) {
      return true;
    }
    try {
      Object read = setting.read(value);
      for (SettingGroup group : groups) {
        String fault = group.faultOf(setting, read);
        if (fault != null) {
          throw new Setting.Unfit("unknown", fault);
        }
      }
      return true;
    } catch (Setting.Unfit e) {
      faults.add(new Fault(pointer(setting.key()), e.code(), e.detail()));
      return false;
    }
  }

  private static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
