package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A length of time as people type it: how many, and of what. */
public class ShiftLength implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The units to choose from, the largest first. */
  public enum Unit {
    DAYS(ChronoUnit.DAYS),
    HOURS(ChronoUnit.HOURS),
    MINUTES(ChronoUnit.MINUTES),
    SECONDS(ChronoUnit.SECONDS);

    private final Duration one;

    Unit(ChronoUnit unit) {
      this.one = unit.getDuration();
    }
  }

  private String amount = "";
  private Unit unit = Unit.HOURS;

  /** Shows a length in the largest unit that is exact; null shows nothing. */
  void fill(@Nullable Duration length) {
    if (length != null) {
      for (Unit candidate : Unit.values()) {
        if (length.toSeconds() % candidate.one.toSeconds() == 0) {
          unit = candidate;
          amount = Long.toString(length.dividedBy(candidate.one));
          return;
        }
      }
    }
  }

  /** Returns what is typed; zero when nothing is. */
  Duration length() {
    try {
      return amount.isBlank()
          ? Duration.ZERO
          : unit.one.multipliedBy(Long.parseLong(amount.strip()));
    } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
      throw new Rejected("/shift_duration", "invalid", Messages.text("schedules.bad_length"));
    }
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public Unit getUnit() {
    return unit;
  }

  public void setUnit(Unit unit) {
    this.unit = unit;
  }

  public Unit[] getUnits() {
    return Unit.values();
  }
}
