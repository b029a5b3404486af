package dev.tocsin.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Tells who is not at work; modules that keep people's leave implement it as a CDI bean, so that
 * work is given to those who are there.
 */
public interface DutyRoster {

  /** Returns those of some people who are away at an instant. */
  Set<UUID> away(Set<UUID> userIds, Instant at);
}
