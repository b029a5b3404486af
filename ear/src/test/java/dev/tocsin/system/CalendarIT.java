package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calendars that programs subscribe to, over HTTP and without any other credential. */
class CalendarIT {

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  void aTokenOpensItsFeedAndNothingTellsAWrongOneFromAMissingFeed() throws IOException {
    String schedule = tocsin.newSchedule(tocsin.newUser("ida", "agent"));
    Answer made =
        tocsin
            .admin()
            .post("/api/v1/feed-tokens", Map.of("name", "phone", "schedule_id", schedule))
            .expect(201);
    String secret = made.at("/token");
    Answer feed = tocsin.anonymous().get(made.at("/path")).expect(200);
    assertThat(feed.header("content-type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/calendar;charset=utf-8");
    assertThat(feed.header("cache-control")).hasValue("private, no-cache");
    assertThat(feed.header("last-modified")).isPresent();
    assertThat(feed.text())
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
        .contains("\r\nTRANSP:TRANSPARENT\r\n")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    String tag = feed.header("etag").orElseThrow();
    assertThat(
            tocsin.anonymous().with("If-None-Match", tag).get(made.at("/path")).expect(304).text())
        .isEmpty();

    String path = "/api/v1/schedules/" + schedule + "/calendar.ics";
    String missing = "/api/v1/schedules/" + UUID.randomUUID() + "/calendar.ics?token=" + secret;
    List<Answer> refused =
        Stream.of(
                missing,
                path,
                path + "?token=" + secret + "x",
                "/api/v1/schedules/no-id/calendar.ics?token=" + secret,
                "/api/v1/users/" + UUID.randomUUID() + "/calendar.ics?token=" + secret)
            .map(wrong -> tocsin.anonymous().get(wrong).expectProblem(404, "not_found"))
            .toList();
    assertThat(refused).extracting(Answer::text).containsOnly(refused.get(0).text());

    tocsin.admin().delete("/api/v1/feed-tokens/" + made.at("/id")).expect(204);
    tocsin.anonymous().get(made.at("/path")).expectProblem(404, "not_found");
    assertThat(Files.readString(tocsin.server().log())).doesNotContain(secret);
  }

  @Test
  void aFeedReadOverHttpIsImportedOverHttpAndAgainChangesNothing() {
    String handle = tocsin.newUser("ilse", "agent");
    Answer token =
        tocsin
            .admin()
            .post("/api/v1/feed-tokens", Map.of("schedule_id", tocsin.newSchedule(handle)))
            .expect(201);
    String feed = tocsin.anonymous().get(token.at("/path")).expect(200).text();
    String schedule = "/api/v1/schedules/" + tocsin.newSchedule(tocsin.newUser("ivy", "agent"));
    Api sender = tocsin.admin().with("Content-Type", "text/calendar");
    String path = schedule + "/overrides/import";
    Answer first = sender.send("POST", path, feed).expect(200);
    assertThat(first.json().at("/added").asInt()).isPositive();
    assertThat(tocsin.admin().get(schedule + "/oncall").at("/user_name")).isEqualTo(handle);
    Answer again = sender.send("POST", path, feed).expect(200);
    assertThat(again.at("/added")).isEqualTo("0");
    assertThat(again.at("/unchanged")).isEqualTo(first.at("/added"));

    String bad = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a/b\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n";
    assertThat(sender.send("POST", path, bad).expectProblem(400, "invalid").faults())
        .containsExactly("/VEVENT/a~1b");
    sender.send("POST", path, "hello").expectProblem(400, "invalid");
    sender.send("POST", path, "x".repeat(1024 * 1024 + 1)).expect(413);
    tocsin.admin().send("POST", path, "{}").expect(415);
  }

  @Test
  void feedsEndWithWhoeverIsDeactivated() {
    String handle = tocsin.newUser("ivo", "agent");
    tocsin.newSchedule(handle);
    Api ivo = tocsin.signIn(handle + "@example.org", TestSystem.PASSWORD);
    String id = ivo.get("/api/v1/auth/me").expect(200).at("/id");
    Answer made = ivo.post("/api/v1/feed-tokens", Map.of("user_id", id)).expect(201);
    assertThat(tocsin.anonymous().get(made.at("/path")).expect(200).text())
        .contains("X-WR-CALNAME:On call: " + handle, "BEGIN:VEVENT");
    tocsin.admin().delete("/api/v1/users/" + id).expect(200);
    tocsin.anonymous().get(made.at("/path")).expectProblem(404, "not_found");
  }

  @Test
  void aScheduleHasTheHolidaysOfItsCountriesWithoutAskingAnybody() {
    String schedule = "/api/v1/schedules/" + tocsin.newSchedule(tocsin.newUser("ines", "agent"));
    tocsin.admin().patch(schedule, Map.of("holiday_countries", List.of("us"))).expect(200);
    Answer july =
        tocsin.admin().get(schedule + "/holidays?from=2026-07-01&to=2026-08-01").expect(200);
    assertThat(july.json().at("/data"))
        .extracting(day -> day.at("/date").asText() + " " + day.at("/name").asText())
        .containsExactly("2026-07-03 Independence Day (observed)", "2026-07-04 Independence Day");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode feed = tocsin.admin().get(schedule + "/holidays").json().at("/feeds/0");
              // looked at by the due work: nothing to read, and not again before tomorrow
              assertThat(feed.at("/has_feed").asBoolean()).isFalse();
              assertThat(Instant.parse(feed.at("/next_at").asText()))
                  .isAfter(Instant.now().plus(Duration.ofHours(23)));
            });
  }
}
