package dev.tocsin.incidents.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** Which policy pages for a severity when neither a rule nor a schedule says so. */
@Entity
@Table(name = "severity_rules", schema = "incidents")
public class SeverityRule {

  /** The words of alerts and of incidents, as they may be used in a rule. */
  public static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "warning", "info");

  @Id private String severity;

  @Column(name = "escalation_policy_id")
  private UUID escalationPolicyId;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SeverityRule() {}

  SeverityRule(String severity, UUID escalationPolicyId) {
    this.severity = severity;
    this.escalationPolicyId = escalationPolicyId;
  }

  void choose(UUID policy) {
    escalationPolicyId = policy;
  }

  String severity() {
    return severity;
  }

  UUID escalationPolicyId() {
    return escalationPolicyId;
  }
}
