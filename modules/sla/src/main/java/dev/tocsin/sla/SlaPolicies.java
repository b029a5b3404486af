package dev.tocsin.sla;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.sla.internal.Policies;
import dev.tocsin.sla.internal.Recalculation.Scope;
import dev.tocsin.sla.internal.Recalculations;
import dev.tocsin.sla.internal.SlaPolicy;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the policies: what is promised to which tickets; the first enabled one that matches a
 * ticket is its.
 *
 * <p>Staff may read them, admins change them; every change is in the audit chain. A new policy
 * holds for tickets opened or changed afterwards, a changed one for all that are open.
 */
@Stateless
public class SlaPolicies {

  @Inject private Clock clock;
  @Inject private Policies policies;
  @Inject private Recalculations recalculations;
  @Inject private Audit audit;

  /** Returns every policy in its order. */
  @TransactionAttribute(SUPPORTS)
  public List<PolicyView> list(Actor actor) {
    actor.requireStaff();
    return policies.all().stream().map(SlaPolicy::view).toList();
  }

  /** Returns a policy. */
  @TransactionAttribute(SUPPORTS)
  public PolicyView require(Actor actor, UUID id) {
    actor.requireStaff();
    return policies.require(id).view();
  }

  /**
   * Adds a policy at the place its draft names, else as the last.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public PolicyView create(Actor actor, PolicyDraft draft) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    return recorded(actor, "sla_policy.created", policies.add(draft, Times.now(clock)).view());
  }

  /**
   * Replaces a policy, and sets off that open clocks are recomputed: this policy's, or all when it
   * may now be for other tickets.
   *
   * @param ifVersion the version the change was made from; null does not care
   * @throws dev.tocsin.platform.error.Stale when the policy has another version
   */
  public PolicyView change(Actor actor, UUID id, PolicyDraft draft, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    Instant now = Times.now(clock);
    PolicyView before = policies.require(id).view();
    PolicyView after = policies.replace(id, draft, ifVersion, now).view();
    Scope scope = after.isForTheSameAs(before) ? Scope.POLICY : Scope.ALL;
    RecalculationStarted work = recalculations.begin(scope, id, now);
    return recorded(actor, "sla_policy.changed", after.with(work));
  }

  /** Removes a policy; clocks that run by it run on. */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    recorded(actor, "sla_policy.deleted", policies.remove(id, ifVersion).view());
  }

  private PolicyView recorded(Actor actor, String action, PolicyView policy) {
    audit.record(actor, action, "sla_policy", policy.id().toString(), Map.of("policy", policy));
    return policy;
  }
}
