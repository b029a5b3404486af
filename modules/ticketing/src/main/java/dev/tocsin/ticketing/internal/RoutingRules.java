package dev.tocsin.ticketing.internal;

import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.Users;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.memory.Memory;
import dev.tocsin.ticketing.OpeningHours;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingRuleDraft;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the routing rules in their order; positions run from 1 without gaps. */
@Dependent
public class RoutingRules {

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Memory memory;
  @Inject private Customers customers;
  @Inject private Users users;
  @Inject private Teams teams;
  @Inject @Any private Instance<OpeningHours> hours;

  /** Returns every rule in its order. */
  public List<RoutingRule> all() {
    return entityManager
        .createQuery("SELECT r FROM RoutingRule r ORDER BY r.position, r.id", RoutingRule.class)
        .getResultList();
  }

  /** Returns every rule in its order as this node remembers them: shared, not to be changed. */
  List<RoutingRule> remembered() {
    return memory.all(RoutingRule.class, this::all);
  }

  /** Returns a rule. */
  public RoutingRule require(UUID id) {
    RoutingRule rule = entityManager.find(RoutingRule.class, id);
    if (rule == null) {
      throw new NotFound("routing rule");
    }
    return rule;
  }

  /** Adds a rule at its place. */
  public RoutingRule add(RoutingRuleDraft draft, Instant at) {
    check(draft);
    List<RoutingRule> rules = lockedInOrder();
    RoutingRule rule = RoutingRule.create(draft, rules.size() + 1, at);
    entityManager.persist(rule);
    insert(rules, rule, draft.order());
    return rule;
  }

  /** Replaces a rule and moves it to its place. */
  public RoutingRule replace(
      UUID id, RoutingRuleDraft draft, @Nullable Long ifVersion, Instant at) {
    RoutingRule rule = require(id);
    rule.expect(ifVersion);
    check(draft);
    rule.replace(draft, at);
    if (draft.order() != null && draft.order() != rule.position()) {
      List<RoutingRule> others = lockedInOrder();
      others.remove(rule);
      insert(others, rule, draft.order());
    }
    return rule;
  }

  /** Removes a rule; those after it move up. */
  public RoutingRule remove(UUID id, @Nullable Long ifVersion) {
    RoutingRule rule = require(id);
    rule.expect(ifVersion);
    List<RoutingRule> others = lockedInOrder();
    others.remove(rule);
    entityManager.remove(rule);
    number(others);
    return rule;
  }

  /** Puts all rules into a new order. */
  public void reorder(List<UUID> ids) {
    List<RoutingRule> rules = lockedInOrder();
    List<UUID> known = rules.stream().map(RoutingRule::id).toList();
    if (ids.size() != known.size() || !new HashSet<>(ids).equals(new HashSet<>(known))) {
      throw new Rejected("/ids", "invalid", "must name every rule once");
    }
    number(ids.stream().map(this::require).toList());
  }

  /** Writes what has changed, so that the rule knows its new version, and returns it. */
  public RoutingRule flushed(RoutingRule rule) {
    entityManager.flush();
    return rule;
  }

  private List<RoutingRule> lockedInOrder() {
    // one at a time: two who add rules at once must not both be the last
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('ticketing.routing_rule'))")
        .getResultList();
    return new ArrayList<>(all());
  }

  private static void insert(List<RoutingRule> others, RoutingRule rule, @Nullable Integer order) {
    int last = others.size() + 1;
    int place = order == null ? last : Math.max(1, Math.min(order, last));
    others.add(place - 1, rule);
    number(others);
  }

  private static void number(List<RoutingRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).standAt(i + 1);
    }
  }

  private void check(RoutingRuleDraft draft) {
    RoutingActions actions = draft.actions();
    List<Fault> faults = new ArrayList<>();
    UUID calendar = draft.conditions().calendarId();
    if (calendar != null && hours.stream().noneMatch(each -> each.exists(calendar))) {
      faults.add(new Fault("/conditions/calendar_id", "unknown", "no such calendar"));
    }
    List<UUID> tenants = Objects.requireNonNullElse(draft.conditions().customerId(), List.of());
    Set<UUID> known = customers.byIds(tenants).keySet();
    for (int i = 0; i < tenants.size(); i++) {
      if (!known.contains(tenants.get(i))) {
        faults.add(new Fault("/conditions/customer_id/" + i, "unknown", "no such customer"));
      }
    }
    if (actions.assign() != null && actions.assign() != RoutingActions.Assign.FIXED) {
      if (actions.teamId() == null) {
        faults.add(new Fault("/actions/team_id", "required", "somebody of which team?"));
      }
      if (actions.assigneeId() != null) {
        faults.add(
            new Fault("/actions/assignee_id", "not_allowed", "is for a rule that names somebody"));
      }
    }
    if (actions.assigneeId() != null
        && users.find(actions.assigneeId()).filter(Intake::canAnswer).isEmpty()) {
      faults.add(new Fault("/actions/assignee_id", "unknown", "no active agent has this id"));
    }
    if (actions.teamId() != null && teams.find(actions.teamId()).isEmpty()) {
      faults.add(new Fault("/actions/team_id", "unknown", "no such team"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
