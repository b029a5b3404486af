package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is typed over a ticket together with what became of the ticket meanwhile: whatever
 * only one side changed is kept, and what both changed to different values is for people to choose.
 */
final class TicketMerge {

  private final Map<String, @Nullable Object> before;
  private final Map<String, @Nullable Object> mine;
  private final Map<String, @Nullable Object> theirs;
  private final List<HistoryView> history;

  /**
   * Compares three stands of a ticket.
   *
   * @param before as the form was filled
   * @param typed as the form is now
   * @param now as the ticket is now
   * @param history of the ticket, oldest first
   */
  TicketMerge(TicketView before, PropertiesForm typed, TicketView now, List<HistoryView> history) {
    this.before = typed.of(before);
    this.mine = typed.values();
    this.theirs = typed.of(now);
    this.history = history;
  }

  /** Returns the properties that are typed over. */
  Set<String> changed() {
    return different(before, mine);
  }

  /** Returns the properties that somebody else changed. */
  Set<String> changedElsewhere() {
    return different(before, theirs);
  }

  /** Returns what both changed, to different values. */
  List<Clash> clashes() {
    Set<String> both = changed();
    both.retainAll(changedElsewhere());
    both.retainAll(different(mine, theirs));
    List<Clash> clashes = new ArrayList<>();
    for (String property : both) {
      HistoryView last = lastChange(property);
      clashes.add(
          new Clash(
              property,
              last == null ? "" : last.actor(),
              last == null ? null : last.at(),
              before.get(property),
              mine.get(property),
              theirs.get(property)));
    }
    return clashes;
  }

  private @Nullable HistoryView lastChange(String property) {
    HistoryView last = null;
    for (HistoryView entry : history) {
      last = tells(entry, property) ? entry : last;
    }
    return last;
  }

  private static boolean tells(HistoryView entry, String property) {
    if (!property.startsWith(PropertiesForm.FIELD)) {
      return entry.changes().containsKey(property);
    }
    String key = property.substring(PropertiesForm.FIELD.length());
    Shift fields = entry.changes().get("custom_fields");
    return fields != null && !Objects.equals(value(fields.from(), key), value(fields.to(), key));
  }

  private static @Nullable Object value(@Nullable Object fields, String key) {
    return fields instanceof Map<?, ?> map ? map.get(key) : null;
  }

  private static Set<String> different(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
    return names;
  }
}
