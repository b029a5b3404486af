package dev.tocsin.sla.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyTarget;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the policies in their order; positions run from 1 without gaps. */
@Dependent
public class Policies {

  private static final Duration LONGEST = Duration.ofDays(3660);
  private static final Set<Metric> MEASURED = EnumSet.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION);

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  /** Returns every policy in its order. */
  public List<SlaPolicy> all() {
    return entityManager
        .createQuery("SELECT p FROM SlaPolicy p ORDER BY p.position, p.id", SlaPolicy.class)
        .getResultList();
  }

  /** Returns the policy for a ticket with these facts; empty when nothing is promised to it. */
  Optional<SlaPolicy> policyFor(PolicyFacts facts) {
    return all().stream().filter(policy -> policy.matches(facts)).findFirst();
  }

  /** Returns a policy; empty when it is gone. */
  Optional<SlaPolicy> find(UUID id) {
    return Optional.ofNullable(entityManager.find(SlaPolicy.class, id));
  }

  /** Returns a policy. */
  public SlaPolicy require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("SLA policy"));
  }

  /** Adds a policy at its place. */
  public SlaPolicy add(PolicyDraft draft, Instant at) {
    check(draft);
    List<SlaPolicy> policies = lockedInOrder();
    SlaPolicy policy = SlaPolicy.create(draft, policies.size() + 1, at);
    entityManager.persist(policy);
    insert(policies, policy, draft.order());
    entityManager.flush();
    return policy;
  }

  /** Replaces a policy and moves it to its place. */
  public SlaPolicy replace(UUID id, PolicyDraft draft, @Nullable Long ifVersion, Instant at) {
    SlaPolicy policy = require(id);
    policy.expect(ifVersion);
    check(draft);
    policy.replace(draft, at);
    if (draft.order() != null && draft.order() != policy.position()) {
      List<SlaPolicy> others = lockedInOrder();
      others.remove(policy);
      insert(others, policy, draft.order());
    }
    entityManager.flush();
    return policy;
  }

  /** Removes a policy; those after it move up, and clocks that run by it run on. */
  public SlaPolicy remove(UUID id, @Nullable Long ifVersion) {
    SlaPolicy policy = require(id);
    policy.expect(ifVersion);
    List<SlaPolicy> others = lockedInOrder();
    others.remove(policy);
    entityManager.remove(policy);
    number(others);
    return policy;
  }

  private List<SlaPolicy> lockedInOrder() {
    // one at a time: two who add policies at once must not both be the last
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('sla.policy'))")
        .getResultList();
    return new ArrayList<>(all());
  }

  private static void insert(List<SlaPolicy> others, SlaPolicy policy, @Nullable Integer order) {
    int last = others.size() + 1;
    int place = order == null ? last : Math.max(1, Math.min(order, last));
    others.add(place - 1, policy);
    number(others);
  }

  private static void number(List<SlaPolicy> policies) {
    for (int i = 0; i < policies.size(); i++) {
      policies.get(i).standAt(i + 1);
    }
  }

  private static void check(PolicyDraft draft) {
    List<Fault> faults = new ArrayList<>();
    Set<Metric> seen = EnumSet.noneOf(Metric.class);
    for (int i = 0; i < draft.targets().size(); i++) {
      PolicyTarget target = draft.targets().get(i);
      String pointer = "/targets/" + i;
      if (!seen.add(target.metric())) {
        faults.add(new Fault(pointer + "/metric", "duplicate", "has a target already"));
      }
      if (!MEASURED.contains(target.metric())) {
        faults.add(new Fault(pointer + "/metric", "invalid", "is not measured"));
      }
      Duration wanted = target.target();
      if (wanted.compareTo(Duration.ofNanos(1_000)) < 0 || wanted.compareTo(LONGEST) > 0) {
        faults.add(
            new Fault(
                pointer + "/target", "out_of_range", "must be positive and at most ten years"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
