package dev.tocsin.sla.internal;

import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.memory.Memory;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.Threshold;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the policies in their order; positions run from 1 without gaps. */
@Dependent
public class Policies {

  @Inject
  @Unit("sla")
  private EntityManager entityManager;

  @Inject private Memory memory;
  @Inject private PolicyRules rules;

  /** Returns every policy in its order. */
  public List<SlaPolicy> all() {
    return entityManager
        .createQuery("SELECT p FROM SlaPolicy p ORDER BY p.position, p.id", SlaPolicy.class)
        .getResultList();
  }

  /** Returns the policy for a ticket with these facts; empty when nothing is promised to it. */
  Optional<SlaPolicy> policyFor(PolicyFacts facts) {
    return remembered().stream().filter(policy -> policy.matches(facts)).findFirst();
  }

  /** Returns whether any policy promises one of these metrics. */
  boolean anyPromises(Metric... metrics) {
    return remembered().stream().anyMatch(policy -> Stream.of(metrics).anyMatch(policy::promises));
  }

  /** Returns a policy, not to be changed; empty when it is gone. */
  Optional<SlaPolicy> find(UUID id) {
    return remembered().stream().filter(policy -> policy.id().equals(id)).findFirst();
  }

  /** Returns every policy in its order as this node remembers them: shared, not to be changed. */
  private List<SlaPolicy> remembered() {
    return memory.all(SlaPolicy.class, this::all);
  }

  /** Returns the bands to announce of a clock; the usual ones when its policy is gone. */
  List<Threshold> bandsOf(SlaClock clock) {
    return find(clock.policyId()).map(SlaPolicy::thresholds).orElse(Bands.USUAL);
  }

  /** Returns a policy. */
  public SlaPolicy require(UUID id) {
    return Optional.ofNullable(entityManager.find(SlaPolicy.class, id))
        .orElseThrow(() -> new NotFound("SLA policy"));
  }

  /** Adds a policy at its place. */
  public SlaPolicy add(PolicyDraft draft, Instant at) {
    rules.check(draft);
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
    rules.check(draft);
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
}
