package dev.tocsin.persistence;

/** An enum whose name on the wire and in the database is not its constant in lower case. */
public interface Code {

  /** Returns the name on the wire, for example {@code P0}. */
  String code();

  /** Returns the wire name of any enum constant: its {@link Code}, else its name in lower case. */
  static String of(Enum<?> constant) {
    return constant instanceof Code coded
        ? coded.code()
        : constant.name().toLowerCase(java.util.Locale.ROOT);
  }
}
