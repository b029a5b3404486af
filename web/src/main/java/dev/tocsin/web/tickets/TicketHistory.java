package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.web.console.Format;
import dev.tocsin.web.console.People;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes of tickets in words, one line for each property that changed. */
@Named
@RequestScoped
public class TicketHistory {

  /** What has words of its own for its values. */
  private static final Set<String> CODED = Set.of("status", "priority");

  @Inject private People people;
  @Inject private Format format;
  @Inject private TicketFields fields;
  @Inject private Caller caller;
  private @Nullable Map<String, String> labels;

  /** One property's change; a dash is nothing. */
  public record Line(String name, String from, String to) {}

  /** Returns changes, by the names of the properties. */
  public List<Line> lines(Map<String, Shift> changes) {
    List<Line> lines = new ArrayList<>();
    new TreeMap<>(changes)
        .forEach(
            (property, shift) -> {
              if (shift.from() instanceof Map || shift.to() instanceof Map) {
                inside(lines, property, members(shift.from()), members(shift.to()));
              } else if (CODED.contains(property)) {
                String name = format.label(property);
                lines.add(line(name, format.label(shift.from()), format.label(shift.to())));
              } else {
                lines.add(line(format.label(property), shift.from(), shift.to()));
              }
            });
    return lines;
  }

  /** Custom fields and requesters are told as a whole; only what is different is shown. */
  private void inside(List<Line> lines, String property, Map<?, ?> from, Map<?, ?> to) {
    TreeSet<String> names = new TreeSet<>();
    from.keySet().forEach(name -> names.add(name.toString()));
    to.keySet().forEach(name -> names.add(name.toString()));
    for (String name : names) {
      if (!Objects.equals(from.get(name), to.get(name))) {
        lines.add(line(name(property, name), from.get(name), to.get(name)));
      }
    }
  }

  /** Returns what a property is called; one inside another stands after a slash. */
  public String called(String property) {
    int slash = property.indexOf('/');
    return slash < 0
        ? format.label(property)
        : name(property.substring(0, slash), property.substring(slash + 1));
  }

  private String name(String property, String member) {
    return property.equals("custom_fields")
        ? labels().getOrDefault(member, member)
        : format.label(property) + ": " + format.label(member);
  }

  private Map<String, String> labels() {
    Map<String, String> known = labels;
    if (known == null) {
      known = new HashMap<>();
      for (CustomFieldView field : fields.list(caller.actor())) {
        known.put(field.key(), field.label());
      }
      labels = known;
    }
    return known;
  }

  private Line line(String name, @Nullable Object from, @Nullable Object to) {
    return new Line(name, people.words(from), people.words(to));
  }

  private static Map<?, ?> members(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
