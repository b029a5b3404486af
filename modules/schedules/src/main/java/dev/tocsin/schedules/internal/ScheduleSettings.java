package dev.tocsin.schedules.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;

/** What an operator can set about schedules. */
@Dependent
public class ScheduleSettings implements SettingGroup {

  /** How long before a handoff people are told of it; zero for not before. */
  public static final Setting<Long> NOTICE_LEAD_MINUTES =
      Setting.number("shift_notices.lead_minutes", 60L, 0, 10_080);

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(NOTICE_LEAD_MINUTES);
  }
}
