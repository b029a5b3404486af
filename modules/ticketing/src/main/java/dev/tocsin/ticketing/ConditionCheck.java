package dev.tocsin.ticketing;

/**
 * How a ticket stands to one condition of a rule.
 *
 * @param condition its name, as in {@link RoutingConditions}
 * @param why what was found, for people
 */
public record ConditionCheck(String condition, boolean holds, String why) {}
