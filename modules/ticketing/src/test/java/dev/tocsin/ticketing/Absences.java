package dev.tocsin.ticketing;

import dev.tocsin.accounts.DutyRoster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is away, in the tests of routing. */
@ApplicationScoped
class Absences implements DutyRoster {

  static final Set<UUID> AWAY = ConcurrentHashMap.newKeySet();

  @Override
  public Set<UUID> away(Set<UUID> userIds, Instant at) {
    Set<UUID> away = new HashSet<>(userIds);
    away.retainAll(AWAY);
    return away;
  }
}
