package dev.tocsin.platform.settings;

import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;

/** A module's settings, one of them a secret. */
@Dependent
public class SampleSettings implements SettingGroup {

  static final Setting<String> PASSWORD = Setting.secret("sample.password");

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(PASSWORD);
  }
}
