package dev.tocsin.accounts.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the active people whom free texts mean, in two queries however many texts there are.
 *
 * <p>A text means a person by email, else name, else handle, else the email's local part, all
 * without case; one that could mean two people means nobody.
 */
@Dependent
public class NameMatch {

  @Inject private UserStore users;

  /** Returns the person whom each text means, by the text; texts that mean nobody are left out. */
  public Map<String, User> of(Collection<String> texts) {
    Map<String, User> found = new HashMap<>();
    List<User> called = users.called(texts);
    Map<String, List<User>> byEmail = by(called, user -> Emails.key(user.email()));
    Map<String, List<User>> byName = by(called, user -> UserStore.lower(user.name()));
    Map<String, List<User>> byHandle = by(called, user -> UserStore.lower(user.view().handle()));
    for (String text : texts) {
      only(byEmail, Emails.key(text))
          .or(() -> only(byName, UserStore.lower(text)))
          .or(() -> only(byHandle, UserStore.lower(text)))
          .ifPresent(user -> found.put(text, user));
    }
    List<String> rest = texts.stream().filter(text -> !found.containsKey(text)).toList();
    Map<String, List<User>> byLocalPart =
        by(users.withLocalPart(rest), user -> Emails.localPart(Emails.key(user.email())));
    for (String text : rest) {
      only(byLocalPart, Emails.key(text)).ifPresent(user -> found.put(text, user));
    }
    return found;
  }

  private static Map<String, List<User>> by(List<User> people, Function<User, String> key) {
    return people.stream().collect(Collectors.groupingBy(key));
  }

  private static Optional<User> only(Map<String, List<User>> people, String key) {
    List<User> found = people.getOrDefault(key, List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
