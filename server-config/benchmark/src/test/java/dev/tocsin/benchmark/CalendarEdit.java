package dev.tocsin.benchmark;

import java.time.Duration;

/** Edits the calendar that many open clocks run by, and watches it reach them. */
final class CalendarEdit {

  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final String WEEK =
      "{\"name\":\"Office\",\"time_zone\":\"Europe/Berlin\",\"weekly\":{%s},\"holidays\":[]}";

  private final Whole whole;
  private final String calendar;

  private CalendarEdit(Whole whole, String calendar) {
    this.whole = whole;
    this.calendar = calendar;
  }

  /** Makes an office calendar, and a policy before all others that gives it to one priority. */
  static CalendarEdit of(Whole whole, String priority) {
    String calendar = Whole.field("id", whole.post("api/v1/sla/calendars", week("17:00")));
    whole.post(
        "api/v1/sla/policies",
        """
        {"name":"Office hours","order":0,"enabled":true,"conditions":{"priority":["%s"]},
         "targets":[{"metric":"first_response","target":"PT80H","calendar_id":"%s"},
                    {"metric":"resolution","target":"PT400H","calendar_id":"%s"}],
         "pause_on_waiting":true}"""
            .formatted(priority, calendar, calendar));
    return new CalendarEdit(whole, calendar);
  }

  private static String week(String end) {
    StringBuilder days = new StringBuilder();
    for (String day : new String[] {"mon", "tue", "wed", "thu", "fri"}) {
      days.append(days.isEmpty() ? "" : ",");
      days.append("\"%s\":[[\"09:00\",\"%s\"]]".formatted(day, end));
    }
    return WEEK.formatted(days);
  }

  void measure(Run run) {
    long begun = System.nanoTime();
    String answer = whole.put("api/v1/sla/calendars/" + calendar, week("18:00"));
    String edit = answer.substring(answer.indexOf("\"recalculation\""));
    String id = Whole.field("id", edit);
    run.line("calendar edited, answered after %.1f s: %s".formatted(seconds(begun), edit));
    String progress;
    double said = 0;
    do {
      progress = whole.get("api/v1/sla/recalculations/" + id);
      if (seconds(begun) > said + 10) {
        said = seconds(begun);
        run.line("after %.0f s: %s".formatted(said, progress));
      }
      if (seconds(begun) > PATIENCE.toSeconds()) {
        throw new IllegalStateException("still not done: " + progress);
      }
    } while (Whole.field("state", progress).equals("running"));
    run.line("done after %.0f s: %s".formatted(seconds(begun), progress));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
