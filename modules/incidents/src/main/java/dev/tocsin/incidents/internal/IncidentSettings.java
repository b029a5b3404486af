package dev.tocsin.incidents.internal;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operator can set about incidents. */
@Dependent
public class IncidentSettings implements SettingGroup {

  /** Whether an incident is resolved once all its alerts are. */
  public static final Setting<Boolean> AUTO_RESOLVE = Setting.flag("incidents.auto_resolve", true);

  /** The policy that pages when nothing else chooses one. */
  public static final Setting<UUID> FALLBACK_POLICY = Setting.uuid("global_fallback_policy_id");

  /** The sources that may deliver alerts without a token; none unless an administrator says so. */
  public static final Setting<List<String>> OPEN_SOURCES = Setting.texts("ingest.open_sources");

  /** How long what alert sources sent is kept as it came in, once all of it is judged. */
  static final Setting<Long> PAYLOAD_RETENTION =
      Setting.number("ingest.payload_retention_days", 30L, 1, 3650);

  @Inject private PolicyRows policies;

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(AUTO_RESOLVE, FALLBACK_POLICY, OPEN_SOURCES, PAYLOAD_RETENTION);
  }

  /** Refuses a fallback policy that is none, and locks one that is: it is not deleted meanwhile. */
  @Override
  public @Nullable String faultOf(Setting<?> setting, Object value) {
    return setting == FALLBACK_POLICY && policies.lockIfAny((UUID) value).isEmpty()
        ? "must be the id of an escalation policy"
        : null;
  }
}
