package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes what an operator can set while Tocsin runs.
 *
 * <p>A change is seen on its own node with the commit and on every other node within about a
 * second.
 */
@Stateless
public class Settings {

  private static final System.Logger LOG = System.getLogger(Settings.class.getName());

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject @Any private Instance<SettingGroup> groups;
  @Inject private StoredSettings stored;
  @Inject private SecretBox box;
  @Inject private Audit audit;
  @Inject private Clock clock;
  @Inject private Event<SettingsChanged> changed;

  @SuppressWarnings("NullAway.Init") // made once the fields are injected
  private SettingsCatalog catalog;

  @PostConstruct
  void start() {
    catalog = new SettingsCatalog(groups.stream().toList());
  }

  /** Returns a setting's value, its default when nobody set it; null when it has neither. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public <T> @Nullable T get(Setting<T> setting) {
    return value(setting, stored.values().get(setting.key()), box);
  }

  /**
   * Returns a setting's value, its default when nobody set it.
   *
   * @throws IllegalStateException when it has neither
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public <T> T require(Setting<T> setting) {
    T value = get(setting);
    if (value == null) {
      throw new IllegalStateException("setting " + setting.key() + " is not set");
    }
    return value;
  }

  /**
   * Returns a setting's value as the table holds it now, on whatever node it was changed; null when
   * it has neither a value nor a default.
   */
  public <T> @Nullable T current(Setting<T> setting) {
    SettingRow row = entityManager.find(SettingRow.class, setting.key());
    return value(setting, row == null ? null : row.value(), box);
  }

  /**
   * Returns every setting by its key, ordered, null where it has no value; of a secret only whether
   * it is set, as {@code {"set": true}}.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public SortedMap<String, @Nullable Object> view(Actor actor) {
    actor.require(Role.ADMIN);
    // straight from the table, so that whoever has just changed one sees it, on any node
    Map<String, JsonNode> values = StoredSettings.read(entityManager);
    SortedMap<String, @Nullable Object> view = new TreeMap<>();
    for (Setting<?> setting : catalog.all()) {
      JsonNode value = values.get(setting.key());
      view.put(
          setting.key(),
          setting.isSecret() ? Map.of("set", value != null) : value(setting, value, box));
    }
    return view;
  }

  /**
   * Changes settings, all or none, and records each in the audit chain, without the secrets.
   *
   * @param changes new values by key; JSON null sets back to the default; a blank secret keeps the
   *     one there is
   * @throws dev.tocsin.platform.error.Rejected naming every unknown key and unfit value
   */
  public void change(Actor actor, Map<String, JsonNode> changes) {
    actor.require(Role.ADMIN);
    SortedMap<Setting<?>, JsonNode> good = catalog.check(changes);
    SortedMap<String, Map<String, Object>> done =
        new SettingsEditor(entityManager, box).apply(good, actor.name(), Times.now(clock));
    done.forEach((key, detail) -> audit.record(actor, "setting.changed", "setting", key, detail));
    if (!done.isEmpty()) {
      changed.fire(new SettingsChanged(done.keySet()));
    }
  }

  static <T> @Nullable T value(Setting<T> setting, @Nullable JsonNode stored, SecretBox box) {
    if (stored == null) {
      return setting.fallback();
    }
    try {
      JsonNode open = setting.isSecret() ? TextNode.valueOf(box.open(stored.asText())) : stored;
      return setting.read(open);
    } catch (Setting.Unfit e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "setting {0} holds a value that no longer fits; its default is used",
          setting.key());
      return setting.fallback();
    }
  }
}
