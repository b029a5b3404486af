package dev.tocsin.incidents;

import java.util.UUID;

/**
 * Which policy pages for a severity.
 *
 * @param severity a word of alerts or of incidents: {@code critical}, {@code high}, {@code medium},
 *     {@code low}, {@code warning} or {@code info}
 */
public record SeverityRuleView(
    String severity, UUID escalationPolicyId, String escalationPolicyName) {}
