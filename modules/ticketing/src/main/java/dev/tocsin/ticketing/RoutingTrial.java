package dev.tocsin.ticketing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who would get a ticket, and why; nobody's turn is taken by asking.
 *
 * @param ruleId the rule that decides; null when none matches
 * @param tags added to the ticket's own
 * @param why the reasons that the ticket's history would give, by what they are for
 */
public record RoutingTrial(
    @Nullable UUID ruleId,
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    @Nullable Priority priority,
    List<String> tags,
    Map<String, String> why,
    List<RuleVerdict> rules) {}
