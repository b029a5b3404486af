package dev.tocsin.platform.ical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a calendar between BEGIN and END, or the whole of it. */
public final class Component {
  private final String name;
  private final List<Property> properties = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();

  Component(String name) {
    this.name = name;
  }

  void add(Property property) {
    properties.add(property);
  }

  void add(Component component) {
    components.add(component);
  }

  /** Return its name in capitals, for example {@code VEVENT}. */
  public String name() {
    return name;
  }

  /** Return the first property of a name; null for none. */
  public @Nullable Property property(String property) {
    List<Property> found = properties(property);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Return the text of the first property of a name; empty for none. */
  public String text(String property) {
    Property found = property(property);
    return found == null ? "" : found.text();
  }

  /** Return all properties of a name, in their order. */
  public List<Property> properties(String property) {
    return properties.stream().filter(found -> found.name().equals(property)).toList();
  }

  /** Return the components of a name that lie directly in this one, in their order. */
  public List<Component> components(String component) {
    return components.stream().filter(found -> found.name().equals(component)).toList();
  }
}
