package dev.tocsin.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.platform.ical.HolidayCalendar.Day;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {

  @Test
  @Tag("regen-40")
  void anAllDayEventWithAFoldedSummaryIsOneHolidayAndATimeOfDayNone() throws UnreadableCalendar {
    assertThat(
            HolidayCalendar.read(
                calendar(
                    "DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Ye\r\n ar's Day\\, all day",
                    "DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year's Day\\, all day",
                    "DTSTART:20260704T120000Z\r\nSUMMARY:Fireworks",
                    "DTSTART;TZID=Europe/Berlin:20260704T120000\r\nSUMMARY:Barbecue",
                    "SUMMARY:never")))
        .containsExactly(new Day(LocalDate.of(2026, 1, 1), "New Year's Day, all day"));
  }

  @Test
  void aHolidayOfSeveralDaysIsEachOfThem() throws UnreadableCalendar {
    assertThat(
            HolidayCalendar.read(
                calendar(
                    "DTSTART:20261224\r\nDTEND:20261227\r\nSUMMARY:Feast",
                    "DTSTART:20260501\r\nDTEND:20260501\r\nSUMMARY:Day",
                    "DTSTART:20260502\r\nSTATUS:CANCELLED\r\nSUMMARY:Not")))
        .containsExactly(
            new Day(LocalDate.of(2026, 12, 24), "Feast"),
            new Day(LocalDate.of(2026, 12, 25), "Feast"),
            new Day(LocalDate.of(2026, 12, 26), "Feast"),
            new Day(LocalDate.of(2026, 5, 1), "Day"));
  }

  @Test
  void endlessHolidaysEndAndDaysThatAreNoneAreRefused() throws UnreadableCalendar {
    assertThat(HolidayCalendar.read(calendar("DTSTART:20260101\r\nDTEND:99990101"))).hasSize(5000);
    assertThatThrownBy(() -> HolidayCalendar.read(calendar("DTSTART:20260231")))
        .isInstanceOf(UnreadableCalendar.class)
        .hasMessage("DTSTART is no date: 20260231");
  }

  private static String calendar(String... events) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        + String.join("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n", events)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }
}
