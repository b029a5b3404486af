package dev.tocsin.incidents.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallView;
import dev.tocsin.schedules.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the users whom a tier reaches: who is on call in its schedule, and those it names. */
@Dependent
public class EscalationTargets implements TargetFinder {

  @Inject private OnCall onCall;
  @Inject private Users users;

  @Override
  public Targets find(PolicyTier tier, Instant at) {
    Search search = new Search();
    if (tier.pagesSchedule() && tier.scheduleId() != null) {
      onCall
          .find(tier.scheduleId(), at)
          .ifPresentOrElse(search::take, () -> search.why.add("its schedule no longer exists"));
    }
    if (tier.pagesUsers()) {
      Map<UUID, UserView> named = users.byIds(tier.userIds());
      tier.userIds().forEach(id -> search.take(Optional.ofNullable(named.get(id)), id.toString()));
      tier.userNames().forEach(name -> search.take(users.byName(name), name));
    }
    return search.result();
  }

  private final class Search {
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final List<String> unreachable = new ArrayList<>();
    private final List<String> why = new ArrayList<>();

    void take(OnCallView view) {
      if (view.users().isEmpty()) {
        why.add("nobody is on call: " + view.reason());
      }
      for (Person person : view.users()) {
        Optional<UserView> user =
            person.userId() == null ? Optional.empty() : users.find(person.userId());
        why.add(person.name() + " is " + view.reason());
        take(user, person.name());
      }
    }

    void take(Optional<UserView> user, String name) {
      Optional<UserView> active = user.filter(UserView::active);
      active.ifPresentOrElse(
          found -> people.putIfAbsent(found.id(), new Person(found.name(), found.id())),
          () -> unreachable.add(name));
    }

    Targets result() {
      if (!unreachable.isEmpty()) {
        why.add("no active user is known as " + String.join(", ", unreachable));
      }
      if (why.isEmpty()) {
        why.add(people.isEmpty() ? "the tier names nobody" : "named by the tier");
      }
      return new Targets(
          List.copyOf(people.values()), List.copyOf(unreachable), String.join("; ", why));
    }
  }
}
