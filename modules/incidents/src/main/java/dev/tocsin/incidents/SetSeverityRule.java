package dev.tocsin.incidents;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Chooses the policy for incidents of a severity that nothing else routes. */
public record SetSeverityRule(@NotNull UUID escalationPolicyId) {}
