package dev.tocsin.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Says which alerts share an incident: those that match it and have the same key, as long as the
 * incident is open and younger than the window.
 *
 * <p>The window is counted from the incident's creation and does not slide: an alert that comes
 * later opens another incident, even while the first is still open.
 */
@Entity
@Table(name = "grouping_rules", schema = "incidents")
public class GroupingRule {
  private static final String ANY = "*";

  @Id private UUID id;

  @Column(name = "name")
  private String name;

  @Column(name = "priority")
  private int priority;

  @Column(name = "enabled")
  private boolean enabled;

  @Column(name = "match_labels")
  @Convert(converter = TextMapColumn.class)
  private Map<String, String> matchLabels;

  @Column(name = "cross_source_labels")
  @Convert(converter = TextsColumn.class)
  private List<String> crossSourceLabels;

  @Column(name = "time_window_seconds")
  private int timeWindowSeconds;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected GroupingRule() {}

  /** Makes a rule; it is asked before those of a greater priority number. */
  GroupingRule(
      UUID id,
      String name,
      int priority,
      Map<String, String> matchLabels,
      List<String> crossSourceLabels,
      Duration window,
      Instant at) {
    this.id = id;
    this.name = name;
    this.priority = priority;
    this.enabled = true;
    this.matchLabels = matchLabels;
    this.crossSourceLabels = crossSourceLabels;
    this.timeWindowSeconds = (int) window.toSeconds();
    this.createdAt = at;
  }

  /** Returns the key by which this rule groups an alert; empty when it does not match. */
  Optional<String> keyOf(Map<String, String> labels) {
    for (Map.Entry<String, String> wanted : matchLabels.entrySet()) {
      String value = labels.get(wanted.getKey());
      if (value == null || !(wanted.getValue().equals(ANY) || wanted.getValue().equals(value))) {
        return Optional.empty();
      }
    }
    return GroupKey.of(
        labels, crossSourceLabels.isEmpty() ? matchLabels.keySet() : crossSourceLabels);
  }

  Duration window() {
    return Duration.ofSeconds(timeWindowSeconds);
  }
}
