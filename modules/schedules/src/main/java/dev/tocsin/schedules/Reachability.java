package dev.tocsin.schedules;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Knows whom a page would reach; the module that sends pages implements it as a CDI bean.
 *
 * <p>Called inside the transaction that judges a schedule.
 */
public interface Reachability {

  /** Returns those of the users whom no page can reach as things stand. */
  Set<UUID> unreachable(Collection<UUID> users);
}
