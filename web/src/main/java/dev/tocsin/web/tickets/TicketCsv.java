package dev.tocsin.web.tickets;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.web.rest.Csv;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes tickets as rows of CSV, with names instead of ids. */
@Dependent
public class TicketCsv {

  private static final List<String> HEAD =
      List.of(
          "number",
          "subject",
          "customer",
          "status",
          "priority",
          "sla",
          "tags",
          "requester_email",
          "requester_name",
          "assignee",
          "team",
          "created_at",
          "updated_at",
          "first_answered_at",
          "resolved_at",
          "closed_at");

  @Inject private Customers customers;
  @Inject private Users users;
  @Inject private Teams teams;

  /** Writes the head: the same columns for everybody, then one for each custom field. */
  void head(Csv csv, List<String> fields) throws IOException {
    csv.row(Stream.concat(HEAD.stream(), fields.stream()).toList());
  }

  /** Writes one row a ticket; the names behind their ids are read once for all of them. */
  void rows(Csv csv, List<TicketView> tickets, List<String> fields) throws IOException {
    Map<UUID, CustomerView> tenants = customers.byIds(ids(tickets, TicketView::customerId));
    Map<UUID, UserView> people = users.byIds(ids(tickets, TicketView::assigneeId));
    Map<UUID, TeamView> groups = teams.byIds(ids(tickets, TicketView::teamId));
    for (TicketView ticket : tickets) {
      CustomerView tenant = tenants.get(ticket.customerId());
      UserView person = people.get(ticket.assigneeId());
      TeamView group = groups.get(ticket.teamId());
      Requester requester = ticket.requester();
      List<Object> row = new ArrayList<>();
      row.add(ticket.number());
      row.add(ticket.subject());
      row.add(tenant == null ? "" : tenant.key());
      row.add(Code.of(ticket.status()));
      row.add(Code.of(ticket.priority()));
      row.add(Code.of(ticket.sla()));
      row.add(String.join(", ", ticket.tags()));
      row.add(cell(requester == null ? null : requester.email()));
      row.add(cell(requester == null ? null : requester.name()));
      row.add(person == null ? "" : person.name());
      row.add(group == null ? "" : group.name());
      row.add(ticket.createdAt());
      row.add(ticket.updatedAt());
      row.add(cell(ticket.firstAnsweredAt()));
      row.add(cell(ticket.resolvedAt()));
      row.add(cell(ticket.closedAt()));
      fields.forEach(field -> row.add(cell(ticket.customFields().get(field))));
      csv.row(row);
    }
  }

  private static Set<UUID> ids(
      Collection<TicketView> tickets, Function<TicketView, @Nullable UUID> id) {
    return tickets.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static Object cell(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value == null ? "" : value;
  }
}
