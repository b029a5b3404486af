package dev.tocsin.web.schedules;

import dev.tocsin.schedules.ChangeSchedule;
import dev.tocsin.schedules.CreateSchedule;
import dev.tocsin.schedules.ScheduleView;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What is typed about a schedule itself. */
public class ScheduleDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String description = "";
  private String timeZone = "";
  private String countries = "";

  void fill(ScheduleView known) {
    name = known.name();
    description = Objects.requireNonNullElse(known.description(), "");
    timeZone = known.timeZone();
    countries = String.join(", ", known.holidayCountries());
  }

  CreateSchedule create() {
    return new CreateSchedule(
        name, description, timeZone, null, null, holidayCountries(), null, null, null);
  }

  ChangeSchedule change() {
    return new ChangeSchedule(name, description, timeZone, null, null, holidayCountries());
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
}
