package dev.tocsin.web.sla;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.worktime.DayKeys;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.CalendarView;
import dev.tocsin.sla.Holiday;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is typed about a calendar. */
public class CalendarForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String OFFICE = "09:00–17:00";

  private String name = "";
  private String timeZone = "";
  private boolean always;
  private final Map<String, String> week = WeekText.of(null);
  private String holidayText = "";
  private String file = "";

  /** Begins with a working week. */
  void begin() {
    DayKeys.ALL.subList(0, 5).forEach(day -> week.put(day, OFFICE));
  }

  void fill(CalendarView calendar) {
    name = calendar.name();
    timeZone = calendar.timeZone();
    always = calendar.weekly() == null;
    week.putAll(WeekText.of(calendar.weekly()));
    write(calendar.holidays());
  }

  CalendarDraft command() {
    return new CalendarDraft(name, timeZone.strip(), weekly(), holidays());
  }

  @Nullable Map<String, List<List<String>>> weekly() {
    return always ? null : WeekText.weekly(week);
  }

  List<Holiday> holidays() {
    List<Holiday> holidays = new ArrayList<>();
    for (String line : holidayText.lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        String[] parts = line.split("\\s+", 2);
        holidays.add(new Holiday(date(parts[0]), parts.length > 1 ? parts[1] : null));
      }
    }
    return holidays;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Rejected("/holidays", "invalid", Messages.text("calendar.bad_date", text));
    }
  }

  void write(List<Holiday> holidays) {
    holidayText =
        holidays.stream()
            .map(day -> (day.date() + " " + Objects.requireNonNullElse(day.name(), "")).strip())
            .collect(Collectors.joining("\n"));
  }

  /** Lets Tuesday to Friday be as Monday is. */
  public void copyMonday() {
    DayKeys.ALL.subList(1, 5).forEach(day -> week.put(day, week.getOrDefault("mon", "")));
  }

  /** Returns the input that shows what is at a pointer of the command. */
  static String input(String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length > 1 && parts[1].equals("weekly")) {
      return parts.length > 2 ? "/" + parts[2] : "/mon";
    }
    return parts.length > 2 ? "/" + parts[1] : pointer;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public boolean isAlways() {
    return always;
  }

  public void setAlways(boolean always) {
    this.always = always;
  }

  /** Returns the frames by day; the page writes here. */
  public Map<String, String> getWeek() {
    return week;
  }

  public String getHolidayText() {
    return holidayText;
  }

  public void setHolidayText(String holidayText) {
    this.holidayText = holidayText;
  }

  public String getFile() {
    return file;
  }

  public void setFile(String file) {
    this.file = file;
  }
}
