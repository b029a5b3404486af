package dev.tocsin.ticketing;

import java.util.List;
import java.util.UUID;

/**
 * What a rule makes of a ticket.
 *
 * @param conditions every condition it has, with whether it holds and why; none when it has none
 */
public record RuleVerdict(
    UUID id, String name, int order, Verdict verdict, List<ConditionCheck> conditions) {

  /** Whether a rule decides. */
  public enum Verdict {
    /** The first that matches. */
    DECIDES,
    /** It matches too, but another came first. */
    TOO_LATE,
    /** A condition does not hold. */
    FAILS,
    /** It is not asked. */
    DISABLED
  }
}
