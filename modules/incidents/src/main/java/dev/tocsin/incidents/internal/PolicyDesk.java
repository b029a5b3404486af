package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.ChangePolicy;
import dev.tocsin.incidents.ChangeTier;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.SeverityRuleView;
import dev.tocsin.incidents.SimulationView;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.time.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What admins do to policies and severity rules; every change is in the audit chain. */
@Dependent
public class PolicyDesk {
  /** Schedules answer for the years 1900 to 2499, and a simulation looks ahead. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2499-01-01T00:00:00Z");

  @Inject private PolicyRows rows;
  @Inject private PolicyEditor editor;
  @Inject private EscalationTargets targets;
  @Inject private Audit audit;
  @Inject private Clock clock;

  public PolicyView create(Actor actor, CreatePolicy command) {
    EscalationPolicy policy = editor.create(command, Times.now(clock));
    return recorded(actor, "escalation_policy.created", policy);
  }

  public PolicyView change(Actor actor, UUID id, ChangePolicy command, @Nullable Long ifVersion) {
    EscalationPolicy policy = lock(id, ifVersion);
    editor.change(policy, command, Times.now(clock));
    return recorded(actor, "escalation_policy.changed", policy);
  }

  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    EscalationPolicy policy = lock(id, ifVersion);
    editor.delete(policy);
    recorded(actor, "escalation_policy.deleted", policy);
  }

  public PolicyView require(UUID id) {
    return rows.require(id).view();
  }

  public Page<PolicyView> list(PageRequest request) {
    return rows.page(request).map(EscalationPolicy::view);
  }

  public PolicyView addTier(Actor actor, UUID policyId, CreateTier command) {
    EscalationPolicy policy = rows.lock(policyId);
    editor.addTier(policy, command, Times.now(clock));
    return recorded(actor, "escalation_policy.changed", policy);
  }

  public PolicyView changeTier(Actor actor, UUID policyId, UUID tierId, ChangeTier command) {
    EscalationPolicy policy = rows.lock(policyId);
    editor.changeTier(policy, tierId, command, Times.now(clock));
    return recorded(actor, "escalation_policy.changed", policy);
  }

  public PolicyView removeTier(Actor actor, UUID policyId, UUID tierId) {
    EscalationPolicy policy = rows.lock(policyId);
    editor.removeTier(policy, tierId);
    return recorded(actor, "escalation_policy.changed", policy);
  }

  public List<SeverityRuleView> rules() {
    return rows.rules().stream()
        .map(rule -> view(rule, rows.require(rule.escalationPolicyId())))
        .toList();
  }

  public SeverityRuleView setRule(Actor actor, String severity, UUID policyId) {
    requireSeverity(severity);
    EscalationPolicy policy =
        rows.find(policyId)
            .orElseThrow(
                () ->
                    new Rejected(
                        "/escalation_policy_id", "unknown", "there is no such escalation policy"));
    Optional<SeverityRule> known = rows.rule(severity);
    SeverityRule rule = known.orElseGet(() -> new SeverityRule(severity, policyId));
    if (known.isPresent()) {
      rule.choose(policyId);
      rows.flush();
    } else {
      rows.add(rule);
    }
    record(actor, "severity_rule.set", severity, Map.of("escalation_policy_id", policyId));
    return view(rule, policy);
  }

  public void clearRule(Actor actor, String severity) {
    requireSeverity(severity);
    rows.rule(severity)
        .ifPresent(
            rule -> {
              rows.remove(rule);
              record(actor, "severity_rule.cleared", severity, Map.of());
            });
  }

  public SimulationView simulate(UUID policyId, @Nullable Instant at) {
    EscalationPolicy policy = rows.require(policyId);
    Instant start = at == null ? Times.now(clock) : at;
    if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
      throw new Rejected("/at", "out_of_range", "must be in the years 1900 to 2498");
    }
    EscalationPlan plan = new EscalationPlan(policy.tiers(), policy.repeat(), targets);
    return Simulation.of(policyId, plan, start);
  }

  private EscalationPolicy lock(UUID id, @Nullable Long ifVersion) {
    EscalationPolicy policy = rows.lock(id);
    Stale.check(policy.version(), ifVersion);
    return policy;
  }

  private PolicyView recorded(Actor actor, String action, EscalationPolicy policy) {
    PolicyView view = policy.view();
    audit.record(actor, action, "escalation_policy", view.id().toString(), Map.of("policy", view));
    return view;
  }

  private void record(Actor actor, String action, String severity, Map<String, ?> detail) {
    audit.record(actor, action, "severity_rule", severity, detail);
  }

  private static void requireSeverity(String severity) {
    if (!SeverityRule.SEVERITIES.contains(severity)) {
      throw new Rejected(
          "/severity", "invalid", "must be one of " + String.join(", ", SeverityRule.SEVERITIES));
    }
  }

  private static SeverityRuleView view(SeverityRule rule, EscalationPolicy policy) {
    return new SeverityRuleView(rule.severity(), policy.id(), policy.name());
  }
}
