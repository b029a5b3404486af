package dev.tocsin.incidents.internal;

import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.Responder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who pages for an incident: the default policy of the schedule that names its responder,
 * else the rule of its severity, else the global fallback.
 *
 * <p>A disabled policy pages nobody: it is passed over as if it were not there.
 */
@Dependent
public class PolicyChooser {

  @Inject private PolicyRows policies;
  @Inject private Settings settings;

  /**
   * Returns the policy; empty when nothing names one that is enabled.
   *
   * @param severities the words to look rules up by, in this order
   */
  Optional<PolicyChoice> choose(Optional<Responder> responder, List<String> severities) {
    return responder
        .flatMap(
            found ->
                enabled(
                    found.defaultEscalationPolicyId(),
                    "the default of schedule " + found.scheduleName()))
        .or(() -> severities.stream().flatMap(word -> byRule(word).stream()).findFirst())
        .or(() -> enabled(settings.get(IncidentSettings.FALLBACK_POLICY), "the global fallback"));
  }

  private Optional<PolicyChoice> byRule(String severity) {
    return policies
        .rule(severity)
        .flatMap(rule -> enabled(rule.escalationPolicyId(), "the rule for severity " + severity));
  }

  private Optional<PolicyChoice> enabled(@Nullable UUID id, String why) {
    return Optional.ofNullable(id)
        .flatMap(policies::find)
        .filter(EscalationPolicy::isEnabled)
        .map(policy -> new PolicyChoice(policy, why));
  }
}
