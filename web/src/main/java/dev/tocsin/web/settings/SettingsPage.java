package dev.tocsin.web.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the installation is set to; secrets can be written here, never read. */
@Named
@ViewScoped
public class SettingsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Settings settings;
  @Inject private Caller caller;

  private final List<SettingLines> groups = new ArrayList<>();

  /** Loads every setting, grouped by the first word of its key. */
  public void load() {
    Map<String, SettingLines> byName = new TreeMap<>();
    settings
        .view(caller.actor())
        .forEach(
            (key, value) -> {
              int dot = key.indexOf('.');
              String group = dot < 0 ? "general" : key.substring(0, dot);
              byName
                  .computeIfAbsent(group, SettingLines::new)
                  .getLines()
                  .add(new SettingLine(key, value));
            });
    groups.clear();
    groups.addAll(byName.values());
  }

  /** Saves what was changed in one group. */
  public void save(SettingLines group) {
    Map<String, JsonNode> changes = new TreeMap<>();
    for (SettingLine line : group.getLines()) {
      line.change().ifPresent(value -> changes.put(line.getKey(), value));
    }
    settings.change(caller.actor(), changes);
    Messages.done("settings.saved", changes.size());
    load();
  }

  public List<SettingLines> getGroups() {
    return groups;
  }
}
