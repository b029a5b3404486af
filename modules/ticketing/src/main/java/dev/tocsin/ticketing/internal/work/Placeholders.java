package dev.tocsin.ticketing.internal.work;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.TicketView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills what stands for something in a text: {@code {{requester.name}}}, or with a word for when
 * there is nothing, {@code {{requester.name|there}}}.
 */
public final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|([^{}]*))?}}");

  private static final Map<String, Function<TicketView, @Nullable Object>> OF_TICKET =
      Map.of(
          "ticket.number", TicketView::number,
          "ticket.subject", TicketView::subject,
          "ticket.priority", ticket -> Code.of(ticket.priority()),
          "ticket.status", ticket -> Code.of(ticket.status()),
          "requester.name", ticket -> ticket.requester() == null ? null : ticket.requester().name(),
          "requester.email",
              ticket -> ticket.requester() == null ? null : ticket.requester().email());

  private static final String CUSTOMER = "customer.name";
  private static final String ASSIGNEE = "assignee.name";
  private static final String AGENT = "agent.name";

  private Placeholders() {}

  /** Returns the names that stand in a text and for nothing, each once. */
  static List<String> unknown(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(name -> !isKnown(name))
        .distinct()
        .toList();
  }

  private static boolean isKnown(String name) {
    return OF_TICKET.containsKey(name) || List.of(CUSTOMER, ASSIGNEE, AGENT).contains(name);
  }

  /** Returns what every name stands for on a ticket; an empty text where there is nothing. */
  static Map<String, String> of(TicketView ticket, String customer, String assignee, String agent) {
    Map<String, String> values =
        OF_TICKET.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> Objects.toString(entry.getValue().apply(ticket), "")));
    values.put(CUSTOMER, customer);
    values.put(ASSIGNEE, assignee);
    values.put(AGENT, agent);
    return values;
  }

  /** Returns a text with its placeholders filled in; what is filled in is not looked at again. */
  static String fill(String text, Function<String, @Nullable String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
  }

  private static String value(MatchResult match, Function<String, @Nullable String> values) {
    String value = values.apply(match.group(1));
    if (value != null && !value.isEmpty()) {
      return value;
    }
    return match.group(2) == null ? "" : match.group(2).strip();
  }
}
