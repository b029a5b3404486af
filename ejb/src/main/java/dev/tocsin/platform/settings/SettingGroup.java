package dev.tocsin.platform.settings;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Announces the settings of one module; a {@code @Dependent} bean in its {@code internal}. */
public interface SettingGroup {

  /** Returns the module's settings; a key is announced once in the whole system. */
  Collection<Setting<?>> settings();

  /**
   * Judges a new value of any setting by what the module knows, in the transaction that will store
   * it: whether an id names something, for example.
   *
   * @return null when there is nothing against it, else a sentence such as "must name …"
   */
  default @Nullable String faultOf(Setting<?> setting, Object value) {
    return null;
  }
}
