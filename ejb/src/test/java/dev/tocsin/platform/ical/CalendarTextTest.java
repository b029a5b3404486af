package dev.tocsin.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

  @Test
  void componentsPropertiesAndParametersAreTakenApart() throws UnreadableCalendar {
    Component calendar =
        CalendarText.read(
            "\uFEFFBEGIN:VCALENDAR\r\n"
                + "begin:vevent\r\n"
                + "DTSTART;TZID=\"Europe/Berlin\";x=a,b:20260101T0\r\n"
                + " 90000\r\n"
                + "SUMMARY:a\\, b\\; c\\\\n"
                + "\\n"
                + "d\\N\r\n\r\n"
                + "END:VEVENT\n"
                + "END:VCALENDAR\n");
    Component event = calendar.components("VEVENT").get(0);
    assertThat(event.property("DTSTART"))
        .isEqualTo(
            new Property(
                "DTSTART", Map.of("TZID", "Europe/Berlin", "X", "a,b"), "20260101T090000"));
    assertThat(event.text("SUMMARY")).isEqualTo("a, b; c\\n\nd\n");
    assertThat(event.property("DTEND")).isNull();
    assertThat(event.text("DESCRIPTION")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "SUMMARY:x",
        "BEGIN:VEVENT\nEND:VEVENT",
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nno line\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nX;Y:1\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR"
      })
  void whatIsNoCalendarIsRefused(String text) {
    assertThatThrownBy(() -> CalendarText.read(text)).isInstanceOf(UnreadableCalendar.class);
  }

  @Test
  void aCalendarThatNestsWithoutEndIsRefused() {
    assertThatThrownBy(() -> CalendarText.read("BEGIN:VCALENDAR\n".repeat(100_000)))
        .isInstanceOf(UnreadableCalendar.class)
        .hasMessageContaining("nests");
  }

  @net.jqwik.api.Property
  void whatContentLinesWriteIsRead(@ForAll String text) throws UnreadableCalendar {
    byte[] written =
        new ContentLines()
            .raw("BEGIN", "VCALENDAR")
            .text("SUMMARY", text)
            .raw("END", "VCALENDAR")
            .bytes();
    Component read = CalendarText.read(new String(written, StandardCharsets.UTF_8));
    assertThat(read.text("SUMMARY")).isEqualTo(SampleTexts.kept(text));
  }
}
