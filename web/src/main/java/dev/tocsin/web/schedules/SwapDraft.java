package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is chosen about passing a shift on. */
public class SwapDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable UUID other;
  private @Nullable String takes;
  private String reason = "";

  /** Returns the request to pass on a shift; null gives none away. */
  CreateSwapRequest command(@Nullable Period gives) {
    return new CreateSwapRequest(
        null,
        other == null ? null : new Person(null, other),
        gives,
        takes == null || takes.isBlank() ? null : period(takes),
        reason);
  }

  /** Returns the time that a {@link PlannedShift#key()} names. */
  static Period period(String key) {
    try {
      int slash = key.indexOf('/');
      return new Period(
          Instant.parse(key.substring(0, Math.max(0, slash))),
          Instant.parse(key.substring(slash + 1)));
    } catch (DateTimeException e) {
      throw new NotFound("shift");
    }
  }

  public @Nullable UUID getOther() {
    return other;
  }

  public void setOther(@Nullable UUID other) {
    this.other = other;
  }

  public @Nullable String getTakes() {
    return takes;
  }

  public void setTakes(@Nullable String takes) {
    this.takes = takes;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
