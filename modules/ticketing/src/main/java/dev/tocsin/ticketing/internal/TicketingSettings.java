package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What an operator can change about tickets. */
@Dependent
public class TicketingSettings implements SettingGroup {

  /** Who gets the tickets that no routing rule gives to anybody. */
  static final Setting<UUID> FALLBACK_ASSIGNEE = Setting.uuid("ticket_fallback_assignee_id");

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(FALLBACK_ASSIGNEE);
  }
}
