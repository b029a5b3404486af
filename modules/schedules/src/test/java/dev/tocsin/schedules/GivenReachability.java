package dev.tocsin.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Stands where the module that sends pages is missing: there is a way to everybody who was not cut
 * off.
 */
@ApplicationScoped
public class GivenReachability implements Reachability {

  private final Set<UUID> away = ConcurrentHashMap.newKeySet();

  void cutOff(UUID user) {
    away.add(user);
  }

  @Override
  public Set<UUID> unreachable(Collection<UUID> users) {
    return users.stream().filter(away::contains).collect(Collectors.toSet());
  }
}
