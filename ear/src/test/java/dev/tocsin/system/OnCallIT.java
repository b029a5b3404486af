package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is on call, over HTTP: beforehand, now and afterwards. */
class OnCallIT {

  private static final String NIGHTS =
      "{\"name\":\"nights\",\"rotation_type\":\"daily\",\"rotation_start\":\"2024-03-01T18:00\","
          + "\"shift_duration\":\"PT14H\",\"participants\":[{\"user_name\":\"nell\"},"
          + "{\"user_name\":\"=ben\"}]}";
  private static final String WINDOW = "from=2024-03-08T00:00:00Z&to=2024-03-13T00:00:00Z";

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  @Tag("regen-36")
  @Tag("regen-38")
  void aPreviewTheTimelineAndEveryAnswerSayTheSame() {
    String schedule =
        "{\"name\":\"Ops\",\"time_zone\":\"America/New_York\",\"layers\":["
            + NIGHTS
            + "],\"overrides\":[{\"user_name\":\"dave\",\"start\":\"2024-03-10T06:00:00Z\","
            + "\"end\":\"2024-03-10T08:00:00Z\"}]}";
    Answer preview =
        tocsin
            .admin()
            .send(
                "POST",
                "/api/v1/schedules/preview",
                "{\"schedule\":"
                    + schedule
                    + ",\"from\":\"2024-03-08T00:00:00Z\",\"to\":\"2024-03-13T00:00:00Z\"}")
            .expect(200);
    String id = tocsin.admin().send("POST", "/api/v1/schedules", schedule).expect(201).at("/id");
    String path = "/api/v1/schedules/" + id;
    JsonNode timeline =
        tocsin.admin().get(path + "/oncall/timeline?" + WINDOW).expect(200).json().at("/segments");
    assertThat(withoutLayers(preview.json().at("/segments"))).isEqualTo(withoutLayers(timeline));
    assertThat(preview.json().at("/layer_timelines/0/name").asText()).isEqualTo("nights");
    assertThat(preview.json().at("/gaps")).isNotEmpty();
    assertThat(preview.json().at("/warnings").findValuesAsText("code")).contains("nobody_on");
    for (JsonNode segment : timeline) {
      Instant last = Instant.parse(segment.at("/end").asText()).minusSeconds(1);
      Answer on = tocsin.admin().get(path + "/oncall?at=" + last).expect(200);
      assertThat(on.at("/user_name")).isEqualTo(segment.at("/user_name").asText());
      assertThat(on.at("/is_override")).isEqualTo(segment.at("/is_override").asText());
    }
    JsonNode quality = tocsin.admin().get(path + "/quality?" + WINDOW).expect(200).json();
    assertThat(quality.at("/gaps")).isEqualTo(preview.json().at("/gaps"));
    assertThat(quality.at("/warnings").findValuesAsText("code")).contains("unreachable");
  }

  @Test
  void sharesAreAddedUpAndPaidBy() {
    String id =
        tocsin
            .admin()
            .send(
                "POST",
                "/api/v1/schedules",
                "{\"name\":\"Ops\",\"time_zone\":\"UTC\",\"layers\":[" + NIGHTS + "]}")
            .expect(201)
            .at("/id");
    String path = "/api/v1/schedules/" + id;
    // from Friday midnight to Wednesday midnight: five nights from 18:00 to 08:00, cut at both ends
    JsonNode fairness = tocsin.admin().get(path + "/fairness?" + WINDOW).expect(200).json();
    assertThat(fairness.at("/people").findValuesAsText("user_name"))
        .containsExactly("=ben", "nell");
    assertThat(fairness.at("/people/0/hours").decimalValue()).isEqualByComparingTo("34.00");
    assertThat(fairness.at("/people/0/hours_by_kind/weekday_night").decimalValue())
        .isEqualByComparingTo("10.00");
    assertThat(fairness.at("/people/1/shifts").asInt()).isEqualTo(3);
    Answer csv = tocsin.admin().get(path + "/pay-report.csv?" + WINDOW).expect(200);
    assertThat(csv.header("content-type").orElse("")).startsWith("text/csv");
    assertThat(csv.header("content-disposition"))
        .hasValue("attachment; filename=\"pay-report-2024-03-08-to-2024-03-12.csv\"");
    assertThat(csv.text())
        .isEqualTo(
            "person,user_id,shifts,hours,weekday_day_hours,weekday_night_hours,"
                + "weekend_day_hours,weekend_night_hours,holiday_day_hours,holiday_night_hours\r\n"
                + "'=ben,,3,34.00,10.00,10.00,6.00,8.00,0.00,0.00\r\n"
                + "nell,,3,36.00,8.00,14.00,6.00,8.00,0.00,0.00\r\n");
  }

  @Test
  void badSchedulesAreRefusedWithEveryFaultAndItsPlace() {
    List<Object> crowd = new ArrayList<>();
    IntStream.range(0, 1001).forEach(i -> crowd.add(Map.of("user_name", "p" + i)));
    Map<String, Object> layer =
        Map.of(
            "name", "x",
            "rotation_type", "daily",
            "rotation_length", 0,
            "rotation_start", "2024-01-01T00:00",
            "participants", crowd);
    Map<String, Object> schedule =
        Map.of("name", "x", "time_zone", "Mars/Olympus", "layers", List.of(layer));
    assertThat(
            tocsin
                .admin()
                .post("/api/v1/schedules/preview", Map.of("schedule", schedule))
                .expectProblem(400, "invalid")
                .faults())
        .contains("/schedule/layers/0/rotation_length", "/schedule/layers/0/participants");
    assertThat(
            tocsin
                .admin()
                .post(
                    "/api/v1/schedules/preview",
                    Map.of("schedule", Map.of("name", "x", "time_zone", "Mars/Olympus")))
                .expect(400)
                .faults())
        .containsExactly("/schedule/time_zone");
    tocsin.admin().get("/api/v1/schedules/preview").expect(405);
  }

  private static List<JsonNode> withoutLayers(JsonNode segments) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode segment : segments) {
      all.add(((ObjectNode) segment).deepCopy().without("layer_id"));
    }
    return all;
  }
}
