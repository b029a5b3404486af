package dev.tocsin.schedules;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users in memory. */
class KnownUsers extends Users {
  private final Map<UUID, UserView> users = new ConcurrentHashMap<>();

  UUID add(String name) {
    UUID id = Ids.next();
    users.put(
        id,
        new UserView(
            id, name + "@example.org", name, name, Role.AGENT, null, true, Instant.EPOCH, 1));
    return id;
  }

  void deactivate(UUID id) {
    users.computeIfPresent(
        id,
        (same, user) ->
            new UserView(
                id,
                user.email(),
                user.name(),
                user.handle(),
                user.role(),
                null,
                false,
                user.createdAt(),
                user.version() + 1));
  }

  @Override
  public Optional<UserView> find(UUID id) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public Map<UUID, UserView> byIds(Collection<UUID> ids) {
    return ids.stream()
        .filter(users::containsKey)
        .map(users::get)
        .collect(Collectors.toMap(UserView::id, Function.identity()));
  }

  @Override
  public Map<String, UserView> byNames(Collection<String> names) {
    Map<String, UserView> found = new HashMap<>();
    for (UserView user : users.values()) {
      names.stream()
          .filter(name -> user.active() && user.name().equalsIgnoreCase(name))
          .forEach(name -> found.put(name, user));
    }
    return found;
  }
}
