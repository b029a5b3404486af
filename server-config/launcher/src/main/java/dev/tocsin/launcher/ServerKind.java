package dev.tocsin.launcher;

import java.util.Locale;

/** The servers that can host Tocsin. */
public enum ServerKind {
  WILDFLY("WildFly"),
  PAYARA("Payara");

  private final String title;

  ServerKind(String title) {
    this.title = title;
  }

  /** Answer the name as people write it. */
  public String title() {
    return title;
  }

  /**
   * Answer the kind of this name, in any case.
   *
   * @throws LaunchFailure if there is none
   */
  public static ServerKind named(String name) {
    for (ServerKind kind : values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new LaunchFailure(
        "There is no server \"" + name + "\": choose wildfly or payara with --server.");
  }

  ServerType type() {
    return this == WILDFLY ? new WildFly() : new Payara();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
