package dev.tocsin.ticketing.internal.privacy;

import dev.tocsin.accounts.UserQuery;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds out who somebody is: by their email, their account, and their name on their own tickets.
 */
@Dependent
public class Persons {

  private static final Actor READER = Actor.system("privacy");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Users users;

  /** Returns the account with an email. */
  public Optional<UserView> account(String email) {
    return users
        .list(READER, new UserQuery(email, null, null, null), new PageRequest(250, null))
        .data()
        .stream()
        .filter(user -> user.email().equalsIgnoreCase(email))
        .findFirst();
  }

  Person person(String email) {
    Optional<UserView> account = account(email);
    Stream<String> asked =
        entityManager
            .createQuery(
                "SELECT DISTINCT t.properties.requesterName FROM Ticket t"
                    + " WHERE LOWER(t.properties.requesterEmail) = LOWER(:email)"
                    + " AND t.properties.requesterName IS NOT NULL",
                String.class)
            .setParameter("email", email)
            .getResultStream();
    UUID id = account.map(UserView::id).orElse(null);
    return Person.of(email, id, Stream.concat(asked, account.map(UserView::name).stream()));
  }
}
