package dev.tocsin.schedules.internal;

import dev.tocsin.platform.ical.Component;
import dev.tocsin.platform.ical.Occurrence;
import dev.tocsin.platform.ical.Property;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A shift as a calendar tells it.
 *
 * @param names whom it may mean, the likeliest first: whoever attends, by address, then its title
 */
record ImportedShift(String uid, List<String> names, String title, Occurrence when) {

  /** Before the name, in calendars of Tocsin's own. */
  private static final String OWN_TITLE = "On call: ";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 2000;
  private static final String MAIL = "mailto:";

  static ImportedShift of(String uid, Occurrence when) {
    String title = oneLine(when.event().text("SUMMARY"));
    String name = title.startsWith(OWN_TITLE) ? title.substring(OWN_TITLE.length()) : title;
    List<String> names = new ArrayList<>(attendees(when.event(), true));
    names.add(name);
    names.addAll(attendees(when.event(), false));
    names.removeIf(text -> text.isBlank() || text.length() > LONGEST_NAME);
    return new ImportedShift(uid, names, title, when);
  }

  /** Returns the addresses of those who attend, or else what they are called. */
  private static List<String> attendees(Component event, boolean addresses) {
    return event.properties("ATTENDEE").stream()
        .map(attendee -> addresses ? address(attendee) : attendee.parameter("CN"))
        .filter(Objects::nonNull)
        .map(ImportedShift::oneLine)
        .toList();
  }

  private static String address(Property attendee) {
    String value = attendee.value().strip();
    return value.regionMatches(true, 0, MAIL, 0, MAIL.length())
        ? value.substring(MAIL.length())
        : value;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  Stream<Person> meant() {
    return names.stream().map(name -> new Person(name, null));
  }

  /** Returns the first of the names that is a user's, else the title as free text. */
  Person person(Named named) {
    return names.stream()
        .map(named::find)
        .filter(person -> person.userId() != null)
        .findFirst()
        .orElseGet(() -> new Person(freeText(), null));
  }

  private String freeText() {
    return names.stream().filter(name -> title.endsWith(name)).findFirst().orElse(names.get(0));
  }

  /** Returns the override; its title is the reason unless it only repeats the name. */
  CreateOverride command(Person person) {
    String reason = title.endsWith(person.name()) ? null : title;
    return new CreateOverride(
        person.name(),
        person.userId(),
        when.start(),
        when.end(),
        reason == null || reason.length() <= LONGEST_REASON
            ? reason
            : reason.substring(0, LONGEST_REASON));
  }
}
