package dev.tocsin.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

  @Test
  void linesEndInCrlfAndTimesAreUtc() {
    byte[] bytes =
        new ContentLines()
            .raw("BEGIN", "VEVENT")
            .instant("DTSTART", Instant.parse("2026-03-29T01:30:00.987654Z"))
            .duration("REFRESH-INTERVAL", Duration.ofMinutes(15))
            .bytes();
    assertThat(new String(bytes, StandardCharsets.UTF_8).split("(?<=\r\n)", -1))
        .containsExactly(
            "BEGIN:VEVENT\r\n",
            "DTSTART:20260329T013000Z\r\n",
            "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n",
            "");
  }

  @Test
  void whatMeansSomethingInACalendarIsEscaped() {
    assertThat(ContentLines.escaped("a\\b;c,d\ne\r\nf\rg:\"h\"\u0000\u0007\ti"))
        .isEqualTo("a\\\\b\\;c\\,d\\ne\\nf\\ng:\"h\"\ti");
  }

  @Test
  void aLineOfSeventyFiveOctetsIsLeftWhole() {
    assertThat(written("X", "a".repeat(73))).hasSize(77).doesNotContain(' ');
    assertThat(new String(written("X", "a".repeat(74)), StandardCharsets.UTF_8))
        .isEqualTo("X:" + "a".repeat(73) + "\r\n a\r\n");
  }

  @net.jqwik.api.Property
  void noLineIsLongerThan75OctetsOrCutInsideACharacter(@ForAll("texts") String text)
      throws CharacterCodingException {
    byte[] bytes = written("SUMMARY", text);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        assertThat(bytes[i - 1]).isEqualTo((byte) '\r');
        assertThat(i - 1 - start).isLessThanOrEqualTo(75);
        // throws where a character is cut
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, i - 1 - start));
        start = i + 1;
      }
    }
    assertThat(start).isEqualTo(bytes.length);
  }

  @net.jqwik.api.Property
  void unfoldedItIsWhatWasWritten(@ForAll("texts") String text) {
    String unfolded =
        new String(written("SUMMARY", text), StandardCharsets.UTF_8).replace("\r\n ", "");
    assertThat(unfolded).isEqualTo("SUMMARY:" + ContentLines.escaped(text) + "\r\n");
  }

  @net.jqwik.api.Property(tries = 300)
  void iCal4jReadsTheTextThatWasMeant(@ForAll("texts") String any)
      throws IOException, ParserException {
    // it takes a backslash and a line end for two backslashes and an n; ical.js does not
    String text = any.replaceAll("\\\\+(?=[\r\n])", "");
    byte[] bytes =
        new ContentLines()
            .raw("BEGIN", "VCALENDAR")
            .raw("BEGIN", "VEVENT")
            .text("SUMMARY", "<" + text + ">") // it strips blanks at both ends
            .raw("END", "VEVENT")
            .raw("END", "VCALENDAR")
            .bytes();
    String read =
        new CalendarBuilder()
            .build(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
            .getComponent("VEVENT")
            .orElseThrow()
            .getRequiredProperty(Property.SUMMARY)
            .getValue();
    assertThat(read).isEqualTo("<" + SampleTexts.kept(text) + ">");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(400);
    Arbitrary<String> hard =
        Arbitraries.of(SampleTexts.HARD).list().ofMaxSize(60).map(parts -> String.join("", parts));
    return Arbitraries.oneOf(any, hard);
  }

  private static byte[] written(String name, String text) {
    return new ContentLines().text(name, text).bytes();
  }
}
