package dev.tocsin.platform.settings;

import java.util.Set;

/**
 * Settings were changed; fired inside the transaction that changes them, on that node only.
 *
 * @param keys what was changed
 */
public record SettingsChanged(Set<String> keys) {

  public SettingsChanged {
    keys = Set.copyOf(keys);
  }
}
