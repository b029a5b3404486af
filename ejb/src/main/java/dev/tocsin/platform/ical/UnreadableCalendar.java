package dev.tocsin.platform.ical;

/** A text is no calendar, or a calendar says what cannot be. */
public final class UnreadableCalendar extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableCalendar(int line, String fault) {
    super("unfolded line " + line + " " + fault);
  }

  /** Make the error of something in a calendar that cannot be. */
  public UnreadableCalendar(String fault) {
    super(fault);
  }
}
