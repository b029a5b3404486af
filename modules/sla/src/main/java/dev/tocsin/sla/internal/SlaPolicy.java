package dev.tocsin.sla.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyConditions;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.sla.Threshold;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is promised to which tickets; policies are asked in the order of their positions. */
@Entity
@Table(name = "policy", schema = "sla")
public class SlaPolicy {

  @Id private UUID id;
  private String name;
  private int position;
  private boolean enabled;

  @Convert(converter = Columns.OfConditions.class)
  private PolicyConditions conditions;

  @Convert(converter = Columns.OfTargets.class)
  private List<PolicyTarget> targets;

  @Column(name = "pause_on_waiting")
  private boolean pauseOnWaiting;

  @Convert(converter = Columns.OfMetrics.class)
  @Column(name = "pause_metrics")
  private List<Metric> pauseMetrics;

  @Column(name = "exclude_resolved_time")
  private boolean excludeResolvedTime;

  @Convert(converter = Columns.OfThresholds.class)
  private List<Threshold> thresholds;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SlaPolicy() {}

  static SlaPolicy create(PolicyDraft draft, int position, Instant at) {
    SlaPolicy policy = new SlaPolicy();
    policy.id = Ids.next();
    policy.createdAt = at;
    policy.position = position;
    policy.replace(draft, at);
    return policy;
  }

  /** Replaces everything but the position. */
  void replace(PolicyDraft draft, Instant at) {
    name = draft.name();
    enabled = draft.enabled() == null || draft.enabled();
    conditions = draft.conditions() == null ? PolicyConditions.always() : draft.conditions();
    targets = List.copyOf(draft.targets());
    pauseOnWaiting = draft.pauseOnWaiting() == null || draft.pauseOnWaiting();
    pauseMetrics = draft.pauseMetrics() == null ? List.of() : List.copyOf(draft.pauseMetrics());
    excludeResolvedTime = draft.excludeResolvedTime() != null && draft.excludeResolvedTime();
    thresholds = Bands.orUsual(draft.thresholds());
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

  /** Returns whether this policy is for a ticket with these facts. */
  boolean matches(PolicyFacts facts) {
    UUID team = facts.teamId();
    return enabled
        && anyOf(conditions.priority(), facts.priority()::equals)
        && anyOf(conditions.customerId(), facts.customerId()::equals)
        && anyOf(conditions.tag(), facts.tags()::contains)
        && anyOf(conditions.teamId(), wanted -> wanted.equals(team));
  }

  private static <T> boolean anyOf(@Nullable List<T> wanted, Predicate<T> test) {
    return wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(test);
  }

  /** Returns what is promised, by the calendars as they are now. */
  Terms terms(Calendars calendars) {
    Map<Metric, Promise> promises = new EnumMap<>(Metric.class);
    for (PolicyTarget target : targets) {
      UUID calendar = target.calendarId();
      promises.put(
          target.metric(), new Promise(target.target(), calendars.time(calendar), calendar));
    }
    return new Terms(promises, pausing(), excludeResolvedTime);
  }

  private Set<Metric> pausing() {
    if (!pauseOnWaiting) {
      return Set.of();
    }
    return pauseMetrics.isEmpty() ? EnumSet.allOf(Metric.class) : EnumSet.copyOf(pauseMetrics);
  }

  boolean promises(Metric metric) {
    return enabled && targets.stream().anyMatch(target -> target.metric() == metric);
  }

  List<Threshold> thresholds() {
    return thresholds;
  }

  UUID id() {
    return id;
  }

  int position() {
    return position;
  }

  /** Returns the policy as readers see it. */
  public PolicyView view() {
    return new PolicyView(
        id,
        name,
        position,
        enabled,
        conditions,
        targets,
        pauseOnWaiting,
        pauseMetrics,
        excludeResolvedTime,
        thresholds,
        createdAt,
        updatedAt,
        version,
        null);
  }
}
