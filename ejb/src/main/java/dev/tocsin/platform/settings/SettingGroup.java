package dev.tocsin.platform.settings;

import java.util.Collection;

/** Announces the settings of one module; a {@code @Dependent} bean in its {@code internal}. */
public interface SettingGroup {

  /** Returns the module's settings; a key is announced once in the whole system. */
  Collection<Setting<?>> settings();
}
