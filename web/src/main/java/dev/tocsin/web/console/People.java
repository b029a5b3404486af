package dev.tocsin.web.console;

import dev.tocsin.accounts.Assignable;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names behind the ids that tickets, incidents and schedules hold; each read once a request. */
@Named
@RequestScoped
public class People {

  @Inject private Users users;
  @Inject private Customers customers;
  @Inject private Teams teams;
  @Inject private Format format;
  @Inject private Caller caller;

  private final Map<UUID, Optional<UserView>> known = new HashMap<>();
  private final Map<UUID, Optional<CustomerView>> tenants = new HashMap<>();
  private final Map<UUID, Optional<TeamView>> groups = new HashMap<>();
  private @Nullable List<Assignable> assignable;
  private @Nullable List<CustomerView> all;
  private @Nullable List<TeamView> everyTeam;

  /** Returns a user's name; empty for null or for somebody unknown. */
  public String name(@Nullable UUID id) {
    return id == null ? "" : known.computeIfAbsent(id, users::find).map(UserView::name).orElse("");
  }

  /** Returns a history's value as words: an id as the name behind it, a dash for nothing. */
  public String words(@Nullable Object value) {
    if (value == null || value.toString().isEmpty() || value.equals(List.of())) {
      return "–";
    }
    if (value instanceof Boolean) {
      return format.label(value);
    }
    if (value instanceof Collection<?> values) {
      return String.join(", ", values.stream().map(this::words).toList());
    }
    try {
      UUID id = UUID.fromString(value.toString());
      return Stream.of(name(id), team(id))
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElse(value.toString());
    } catch (IllegalArgumentException e) {
      return value.toString();
    }
  }

  /** Returns who asks on a ticket: by name, else by email, else the customer as a whole. */
  public String asking(TicketView ticket) {
    Requester asks = ticket.requester();
    return Stream.of(
            Optional.ofNullable(asks).map(Requester::name),
            Optional.ofNullable(asks).map(Requester::email))
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElseGet(() -> customer(ticket.customerId()));
  }

  /** Returns a customer's name; empty for null or an unknown one. */
  public String customer(@Nullable UUID id) {
    return id == null
        ? ""
        : tenants.computeIfAbsent(id, customers::find).map(CustomerView::name).orElse("");
  }

  /** Returns a team's name; empty for null or an unknown one. */
  public String team(@Nullable UUID id) {
    return id == null ? "" : groups.computeIfAbsent(id, teams::find).map(TeamView::name).orElse("");
  }

  /** Returns the first teams by handle, as many as one page holds. */
  public List<TeamView> getTeams() {
    List<TeamView> found = everyTeam;
    if (found == null) {
      found = teams.list(caller.actor(), new PageRequest(PageRequest.MAX_LIMIT, null)).data();
      everyTeam = found;
    }
    return found;
  }

  /** Returns the people work can be given to. */
  public List<Assignable> getAssignable() {
    List<Assignable> people = assignable;
    if (people == null) {
      people = users.assignable(caller.actor());
      assignable = people;
    }
    return people;
  }

  /** Returns the first customers by name, as many as one page holds. */
  public List<CustomerView> getCustomers() {
    List<CustomerView> found = all;
    if (found == null) {
      found = customers.list(caller.actor(), new PageRequest(PageRequest.MAX_LIMIT, null)).data();
      all = found;
    }
    return found;
  }
}
