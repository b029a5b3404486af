package dev.tocsin.incidents;

import dev.tocsin.incidents.internal.PolicyDesk;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps escalation policies and the rules that choose one by severity. Admins change them.
 *
 * <p>A change takes effect with the next step of an escalation that is under way.
 */
@Stateless
public class EscalationPolicies {

  @Inject private PolicyDesk desk;

  /** Creates a policy with its tiers. */
  public PolicyView create(Actor actor, CreatePolicy command) {
    actor.require(Role.ADMIN);
    return desk.create(actor, Input.check(command));
  }

  /**
   * Changes a policy.
   *
   * @param ifVersion the version the caller saw; null changes whatever is there
   * @throws dev.tocsin.platform.error.Stale when it has changed since
   */
  public PolicyView change(Actor actor, UUID id, ChangePolicy command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    return desk.change(actor, id, Input.check(command), ifVersion);
  }

  /**
   * Deletes a policy.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code policy_in_use}
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    desk.delete(actor, id, ifVersion);
  }

  /** Returns one policy. */
  public PolicyView require(Actor actor, UUID id) {
    actor.requireStaff();
    return desk.require(id);
  }

  /** Returns policies by name. */
  public Page<PolicyView> list(Actor actor, PageRequest request) {
    actor.requireStaff();
    return desk.list(request);
  }

  /** Adds a tier after the last one. */
  public PolicyView addTier(Actor actor, UUID policyId, CreateTier command) {
    actor.require(Role.ADMIN);
    return desk.addTier(actor, policyId, Input.check(command));
  }

  /** Changes a tier; the result is judged as a whole. */
  public PolicyView changeTier(Actor actor, UUID policyId, UUID tierId, ChangeTier command) {
    actor.require(Role.ADMIN);
    return desk.changeTier(actor, policyId, tierId, Input.check(command));
  }

  /** Removes a tier; those after it move up. */
  public PolicyView removeTier(Actor actor, UUID policyId, UUID tierId) {
    actor.require(Role.ADMIN);
    return desk.removeTier(actor, policyId, tierId);
  }

  /** Returns the rules that choose a policy by severity. */
  public List<SeverityRuleView> severityRules(Actor actor) {
    actor.requireStaff();
    return desk.rules();
  }

  /** Chooses the policy for a severity, instead of the one that may have been chosen before. */
  public SeverityRuleView setSeverityRule(Actor actor, String severity, SetSeverityRule command) {
    actor.require(Role.ADMIN);
    return desk.setRule(actor, severity, Input.check(command).escalationPolicyId());
  }

  /** Takes the rule for a severity away; there may be none. */
  public void clearSeverityRule(Actor actor, String severity) {
    actor.require(Role.ADMIN);
    desk.clearRule(actor, severity);
  }

  /**
   * Tells who would be paged by a policy if nobody answered, by the engine's own code.
   *
   * @param at when the incident would be triggered; null for now
   */
  public SimulationView simulate(Actor actor, UUID policyId, @Nullable Instant at) {
    actor.requireStaff();
    return desk.simulate(policyId, at);
  }
}
