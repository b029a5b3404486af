package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about who stands in for whom. */
public class OverrideDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable UUID person;
  private String reason = "";
  private String start = "";
  private String end = "";

  /** Returns the override; what is typed is local time in this zone. */
  CreateOverride command(ZoneId zone) {
    return new CreateOverride(
        null, person, instant("/start", start, zone), instant("/end", end, zone), reason);
  }

  private static Instant instant(String pointer, String text, ZoneId zone) {
    try {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new Rejected(pointer, "invalid", Messages.text("schedules.bad_time"));
    }
  }

  public @Nullable UUID getPerson() {
    return person;
  }

  public void setPerson(@Nullable UUID person) {
    this.person = person;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getStart() {
    return start;
  }

  public void setStart(String start) {
    this.start = start;
  }

  public String getEnd() {
    return end;
  }

  public void setEnd(String end) {
    this.end = end;
  }
}
