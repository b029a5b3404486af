package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.ticketing.ConditionCheck;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingConditions;
import dev.tocsin.ticketing.RoutingRuleDraft;
import dev.tocsin.ticketing.RoutingRuleView;
import dev.tocsin.ticketing.RuleVerdict;
import dev.tocsin.ticketing.RuleVerdict.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who gets which new tickets; rules are asked in the order of their positions. */
@Entity
@Table(name = "routing_rule", schema = "ticketing")
public class RoutingRule {

  @Id private UUID id;
  private String name;
  private int position;
  private boolean enabled;

  @Convert(converter = Columns.OfConditions.class)
  private RoutingConditions conditions;

  @Convert(converter = Columns.OfActions.class)
  private RoutingActions actions;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RoutingRule() {}

  static RoutingRule create(RoutingRuleDraft draft, int position, Instant at) {
    RoutingRule rule = new RoutingRule();
    rule.id = Ids.next();
    rule.createdAt = at;
    rule.replace(draft, at);
    rule.position = position;
    return rule;
  }

  /** Replaces everything but the position. */
  void replace(RoutingRuleDraft draft, Instant at) {
    name = draft.name();
    enabled = draft.enabled() == null || draft.enabled();
    conditions = draft.conditions();
    actions = draft.actions();
    updatedAt = at;
  }

  void standAt(int wanted) {
    position = wanted;
  }

  /**
   * Lets pass a caller who knows the newest version, or does not care.
   *
   * @throws Stale otherwise
   */
  void expect(@Nullable Long known) {
    Stale.check(version, known);
  }

  boolean matches(RoutingFacts facts, Predicate<UUID> open) {
    return enabled && RuleMatcher.matches(conditions, facts, open);
  }

  /**
   * Returns what this rule makes of a ticket, for people.
   *
   * @param ifMatching what it amounts to when every condition holds
   */
  RuleVerdict verdict(RoutingFacts facts, Predicate<UUID> open, Verdict ifMatching) {
    List<ConditionCheck> checks = RuleMatcher.judge(conditions, facts, open).toList();
    boolean holds = checks.stream().allMatch(ConditionCheck::holds);
    Verdict verdict = !enabled ? Verdict.DISABLED : holds ? ifMatching : Verdict.FAILS;
    return new RuleVerdict(id, name, position, verdict, checks);
  }

  String name() {
    return name;
  }

  RoutingActions actions() {
    return actions;
  }

  UUID id() {
    return id;
  }

  int position() {
    return position;
  }

  /** Returns the rule as readers see it. */
  public RoutingRuleView view() {
    return new RoutingRuleView(
        id, name, position, enabled, conditions, actions, createdAt, updatedAt, version);
  }
}
