package dev.tocsin.ticketing;

/** What the texts of this module may look like; the constraints of its commands share these. */
public final class Texts {

  /** Anything PostgreSQL can store. */
  public static final String ANY = "[^\\u0000]*+";

  /** Anything it can store, of which something is visible. */
  public static final String VISIBLE = "(?sU)(?=.*\\S)[^\\u0000]*+";

  /** What a fault of {@link #ANY} says. */
  public static final String ANY_SAYS = "must not hold the character U+0000";

  /** What a fault of {@link #VISIBLE} says. */
  public static final String VISIBLE_SAYS = "must not be blank, nor hold the character U+0000";

  private Texts() {}
}
