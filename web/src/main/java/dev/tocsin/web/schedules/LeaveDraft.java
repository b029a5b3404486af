package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateLeaveRequest;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about who is away. */
public class LeaveDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable UUID person;
  private String startDate = "";
  private String endDate = "";
  private String reason = "";

  /** Returns the leave; without a last day it is one day long. */
  CreateUnavailability command() {
    LocalDate first = day("/start_date", startDate);
    LocalDate last = endDate.isBlank() ? first : day("/end_date", endDate);
    return new CreateUnavailability(null, person, first, last, reason);
  }

  /** Returns the same days as a request for the reader's own leave. */
  CreateLeaveRequest request() {
    CreateUnavailability asked = command();
    return new CreateLeaveRequest(null, asked.startDate(), asked.endDate(), asked.reason());
  }

  private static LocalDate day(String pointer, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Rejected(pointer, "invalid", Messages.text("schedules.bad_day"));
    }
  }

  public @Nullable UUID getPerson() {
    return person;
  }

  public void setPerson(@Nullable UUID person) {
    this.person = person;
  }

  public String getStartDate() {
    return startDate;
  }

  public void setStartDate(String startDate) {
    this.startDate = startDate;
  }

  public String getEndDate() {
    return endDate;
  }

  public void setEndDate(String endDate) {
    this.endDate = endDate;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
