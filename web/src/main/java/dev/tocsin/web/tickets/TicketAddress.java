package dev.tocsin.web.tickets;

import static dev.tocsin.ticketing.work.TicketColumn.NUMBER;
import static dev.tocsin.ticketing.work.TicketColumn.SUBJECT;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.TicketColumn;
import dev.tocsin.web.console.Filters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter of tickets as the address of the list, where several values stand with commas. */
final class TicketAddress {

  private static final String ALL = "all";

  private TicketAddress() {}

  /** Returns what an address wants; without a state, the tickets that still need somebody. */
  static TicketFilter filter(Filters address) {
    List<TicketStatus> status = values(address, "status", TicketStatus.class);
    TicketFilter unfinished = TicketFilter.unfinished();
    boolean every = address.has("status", ALL);
    return new TicketFilter(
        every ? null : status == null ? unfinished.status() : status,
        values(address, "priority", Priority.class),
        texts(address, "tag"),
        assignee(address.text("assignee")),
        address.id("team"),
        address.id("customer"),
        values(address, "sla", SlaState.class),
        texts(address, "field"),
        address.text("q"),
        sort(address));
  }

  /** Returns what a list shows of each ticket, in its order; a ticket can always be opened. */
  static List<TicketColumn> columns(Filters address) {
    List<String> codes = texts(address, "columns");
    List<TicketColumn> asked =
        Stream.ofNullable(codes)
            .flatMap(List::stream)
            .flatMap(code -> known(code).stream())
            .distinct()
            .toList();
    boolean opens = asked.contains(SUBJECT) || asked.contains(NUMBER);
    return asked.isEmpty()
        ? TicketColumn.usual()
        : opens ? asked : Stream.concat(Stream.of(NUMBER), asked.stream()).toList();
  }

  private static Optional<TicketColumn> known(String code) {
    return Stream.of(TicketColumn.values()).filter(c -> Code.of(c).equals(code)).findFirst();
  }

  /** Returns the address of the list that a saved view is. */
  static String of(SavedViewDetail view) {
    return of(view.filter(), view.columns());
  }

  /** Returns the address of the list that a filter wants, with the columns it shows. */
  static String of(TicketFilter filter, List<TicketColumn> columns) {
    Filters address = new Filters();
    put(address, "q", filter.q());
    put(address, "status", status(filter.status()));
    put(address, "priority", codes(filter.priority()));
    put(address, "sla", codes(filter.sla()));
    put(address, "assignee", filter.assigneeId());
    put(address, "team", filter.teamId());
    put(address, "customer", filter.customerId());
    put(address, "tag", filter.tag() == null ? null : String.join(",", filter.tag()));
    put(address, "field", filter.field() == null ? null : String.join(",", filter.field()));
    put(address, "sort", filter.sort() == null ? null : filter.sort().param());
    put(address, "columns", columns.equals(TicketColumn.usual()) ? null : codes(columns));
    return address.at(null);
  }

  private static @Nullable String status(@Nullable List<TicketStatus> status) {
    boolean unfinished = Objects.equals(status, TicketFilter.unfinished().status());
    return status == null || status.isEmpty() ? ALL : unfinished ? null : codes(status);
  }

  private static void put(Filters address, String name, @Nullable Object value) {
    if (value != null) {
      address.getValues().put(name, value.toString());
    }
  }

  private static @Nullable String codes(@Nullable List<? extends Enum<?>> values) {
    return values == null ? null : String.join(",", values.stream().map(Code::of).toList());
  }

  private static <E extends Enum<E>> @Nullable List<E> values(
      Filters address, String name, Class<E> type) {
    List<String> codes = texts(address, name);
    List<E> known =
        codes == null
            ? List.of()
            : Stream.of(type.getEnumConstants())
                .filter(constant -> codes.contains(Code.of(constant)))
                .toList();
    return known.isEmpty() ? null : known;
  }

  private static @Nullable List<String> texts(Filters address, String name) {
    String text = address.text(name);
    return text == null
        ? null
        : Stream.of(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /** Returns whose tickets are meant; what is nobody's id means everybody. */
  private static @Nullable String assignee(@Nullable String text) {
    return text == null
            || text.matches("me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? text
        : null;
  }

  private static TicketQuery.@Nullable Sort sort(Filters address) {
    return Stream.of(TicketQuery.Sort.values())
        .filter(sort -> address.has("sort", sort.param()))
        .filter(sort -> sort != TicketQuery.Sort.RELEVANCE || address.text("q") != null)
        .findFirst()
        .orElse(null);
  }
}
