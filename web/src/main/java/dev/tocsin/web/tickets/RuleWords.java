package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingActions.Assign;
import dev.tocsin.ticketing.RoutingConditions;
import dev.tocsin.web.console.Format;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a line what a routing rule asks and does. */
@Named
@RequestScoped
public class RuleWords {

  @Inject private People people;
  @Inject private Format format;

  /** Returns what must hold; that everything does, for a rule without conditions. */
  public String conditions(RoutingConditions asked) {
    List<String> parts = new ArrayList<>();
    any(parts, asked.priority(), Code::of);
    any(parts, asked.tag(), tag -> Messages.text("rule.tagged", tag));
    any(parts, asked.customerId(), people::customer);
    any(parts, asked.words(), word -> "“" + word + "”");
    any(parts, asked.requesterDomain(), domain -> "@" + domain);
    if (asked.calendarId() != null) {
      parts.add(Messages.text("rule.in_hours"));
    }
    return parts.isEmpty() ? Messages.text("rule.every_ticket") : String.join(" · ", parts);
  }

  /** Returns what becomes of a ticket. */
  public String actions(RoutingActions done) {
    List<String> parts = new ArrayList<>();
    String team = people.team(done.teamId());
    if (!team.isEmpty()) {
      parts.add(team);
    }
    if (done.assign() == null || done.assign() == Assign.FIXED) {
      String person = people.name(done.assigneeId());
      if (!person.isEmpty()) {
        parts.add(person);
      }
    } else {
      parts.add(format.label(done.assign()));
    }
    if (done.priority() != null) {
      parts.add(Code.of(done.priority()));
    }
    if (done.tags() != null) {
      done.tags().forEach(tag -> parts.add(Messages.text("rule.tagged", tag)));
    }
    return parts.isEmpty() ? "–" : String.join(" · ", parts);
  }

  private static <T> void any(
      List<String> parts, @Nullable List<T> wanted, Function<T, String> words) {
    if (wanted != null && !wanted.isEmpty()) {
      parts.add(
          wanted.stream()
              .map(words)
              .collect(Collectors.joining(" " + Messages.text("rule.or") + " ")));
    }
  }
}
