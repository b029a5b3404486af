package dev.tocsin.platform.settings;

import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module's settings, one of them a secret. */
@Dependent
public class SampleSettings implements SettingGroup {

  static final Setting<String> PASSWORD = Setting.secret("sample.password");

  /** Somebody this module knows. */
  static final Setting<String> OWNER = Setting.text("sample.owner", null);

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(PASSWORD, OWNER);
  }

  @Override
  public @Nullable String faultOf(Setting<?> setting, Object value) {
    return setting == OWNER && !value.equals("ada") ? "must name somebody" : null;
  }
}
