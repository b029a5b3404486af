package dev.tocsin.incidents;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Pages by this policy, from its first tier on. */
public record EscalateIncident(@NotNull UUID escalationPolicyId) {}
