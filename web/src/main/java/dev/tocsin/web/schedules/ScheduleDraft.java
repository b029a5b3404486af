package dev.tocsin.web.schedules;

import dev.tocsin.persistence.Patch;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.ChangeSchedule;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.ScheduleView;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed about a schedule itself. */
public class ScheduleDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Clears an id. */
  private static final UUID NONE = new UUID(0, 0);

  private String name = "";
  private String description = "";
  private String timeZone = "";
  private String countries = "";
  private boolean holidaysAsWeekend;
  private String lead = "";
  private @Nullable UUID policy;

  void fill(ScheduleView known) {
    name = known.name();
    description = Objects.requireNonNullElse(known.description(), "");
    timeZone = known.timeZone();
    countries = String.join(", ", known.holidayCountries());
    holidaysAsWeekend = known.holidaysAsWeekend();
    lead = Objects.toString(known.noticeLeadMinutes(), "");
    policy = known.defaultEscalationPolicyId();
  }

  CreateSchedule create() {
    return new CreateSchedule(
        name,
        description,
        timeZone,
        null,
        policy,
        holidayCountries(),
        holidaysAsWeekend,
        leadMinutes(),
        null,
        null,
        null);
  }

  ChangeSchedule change() {
    return new ChangeSchedule(
        name,
        description,
        timeZone,
        null,
        Objects.requireNonNullElse(policy, NONE),
        holidayCountries(),
        holidaysAsWeekend,
        Patch.to(leadMinutes()));
  }

  private @Nullable Integer leadMinutes() {
    try {
      return lead.isBlank() ? null : Integer.valueOf(lead.strip());
    } catch (NumberFormatException e) {
      throw new Rejected("/notice_lead_minutes", "invalid", Messages.text("schedules.bad_length"));
    }
  }

  private List<String> holidayCountries() {
    return Stream.of(countries.split("[,;\\s]+", -1))
        .filter(country -> !country.isEmpty())
        .map(country -> country.toUpperCase(Locale.ROOT))
        .toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public String getCountries() {
    return countries;
  }

  public void setCountries(String countries) {
    this.countries = countries;
  }

  public boolean isHolidaysAsWeekend() {
    return holidaysAsWeekend;
  }

  public void setHolidaysAsWeekend(boolean holidaysAsWeekend) {
    this.holidaysAsWeekend = holidaysAsWeekend;
  }

  public String getLead() {
    return lead;
  }

  public void setLead(String lead) {
    this.lead = lead;
  }

  public @Nullable UUID getPolicy() {
    return policy;
  }

  public void setPolicy(@Nullable UUID policy) {
    this.policy = policy;
  }
}
