package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleQualityTest {

  @RegisterExtension static final Crew crew = new Crew();

  @BeforeEach
  void noon() {
    crew.clock().set(Instant.parse("2024-01-10T12:00:00Z"));
  }

  @Test
  @Tag("regen-36")
  @Tag("regen-37")
  void aPreviewSaysWhatTheStoredScheduleWillSay() {
    String schedule =
        """
        {"name":"Ops","time_zone":"America/New_York",
         "layers":[
           {"name":"nights","order_index":1,"rotation_type":"daily","rotation_start":"2024-03-01T18:00",
            "shift_duration":"PT14H","participants":[{"user_name":"alice"},{"user_name":"bob"}]},
           {"name":"days","order_index":0,"rotation_type":"hourly","rotation_length":8,
            "rotation_start":"2024-03-01T02:30","weekdays":["mon","sun"],"concurrent":2,
            "participants":[{"user_name":"carol"},{"user_name":"dave"},{"user_name":"erin"}]}],
         "overrides":[
           {"user_name":"frank","start":"2024-03-10T06:00:00Z","end":"2024-03-10T09:00:00Z"},
           {"user_name":"grace","start":"2024-03-10T08:00:00Z","end":"2024-03-10T11:00:00Z"}],
         "unavailabilities":[
           {"user_name":"carol","start_date":"2024-03-10","end_date":"2024-03-10"}]}
        """;
    Instant from = Instant.parse("2024-03-08T00:00:00Z");
    Instant to = Instant.parse("2024-03-13T00:00:00Z");
    SchedulePreview preview = preview(schedule, from, to);
    ScheduleView stored =
        crew.get(Schedules.class).create(SYSTEM, Json.read(schedule, CreateSchedule.class));
    OnCallTimeline timeline = crew.get(OnCall.class).timeline(SYSTEM, stored.id(), from, to);
    assertThat(preview.segments())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("layerId")
        .isEqualTo(timeline.segments())
        .hasSizeGreaterThan(10);
    LayerTimelines layers = crew.get(OnCall.class).layerTimelines(SYSTEM, stored.id(), from, to);
    assertThat(preview.layerTimelines())
        .extracting(LayerTimeline::name)
        .containsExactly("days", "nights");
    assertThat(preview.layerTimelines().get(0).segments())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("layerId")
        .isEqualTo(layers.layers().get(stored.layers().get(0).id()));
    assertThat(preview.gaps())
        .isNotEmpty()
        .isEqualTo(
            timeline.segments().stream()
                .filter(segment -> segment.userName().isEmpty())
                .map(segment -> new Gap(segment.start(), segment.end()))
                .toList());
    for (OnCallSegment segment : preview.segments()) {
      OnCallView at = crew.get(OnCall.class).at(SYSTEM, stored.id(), segment.start());
      assertThat(at.users()).isEqualTo(segment.users());
      assertThat(at.isOverride()).isEqualTo(segment.isOverride());
    }
    assertThat(preview.warnings())
        .extracting(QualityWarning::code)
        .contains("nobody_on", "unreachable", "overlapping_overrides", "handoff_in_gap");
  }

  @Test
  void nothingOfAPreviewIsStored() {
    preview("{\"name\":\"x\",\"time_zone\":\"UTC\",\"layers\":[" + layer("alice") + "]}");
    assertThat(crew.get(OnCall.class).current(SYSTEM)).isEmpty();
  }

  @Test
  void aPreviewOfNothingIsOneGapOfSevenDays() {
    SchedulePreview preview = preview("{\"name\":\"x\",\"time_zone\":\"UTC\"}");
    assertThat(preview.segments()).hasSize(1);
    assertThat(preview.gaps())
        .containsExactly(
            new Gap(Instant.parse("2024-01-10T12:00:00Z"), Instant.parse("2024-01-17T12:00:00Z")));
    assertThat(preview.warnings())
        .extracting(QualityWarning::code, QualityWarning::detail)
        .containsExactly(tuple("nobody_on", "Nobody is on for PT168H in 1 stretches of time."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"time_zone\":\"Mars/Olympus\" | /schedule/time_zone | unknown",
        "\"time_zone\":\"+02:00\" | /schedule/time_zone | unknown",
        "\"time_zone\":\"UTC\",\"layers\":[{\"name\":\"l\",\"rotation_type\":\"daily\","
            + "\"rotation_start\":\"soon\"}] | /schedule/layers/0/rotation_start | invalid",
        "\"time_zone\":\"UTC\",\"layers\":[{\"name\":\"l\",\"rotation_type\":\"daily\","
            + "\"rotation_start\":\"2024-01-01T00:00\",\"rotation_length\":0}]"
            + " | /schedule/layers/0/rotation_length | invalid",
        "\"time_zone\":\"UTC\",\"layers\":[{\"name\":\"l\",\"rotation_type\":\"custom\","
            + "\"rotation_start\":\"2024-01-01T00:00\",\"shift_duration\":\"PT0S\"}]"
            + " | /schedule/layers/0/shift_duration | invalid",
        "\"time_zone\":\"UTC\",\"overrides\":[{\"user_name\":\"x\","
            + "\"start\":\"2024-01-02T00:00:00Z\",\"end\":\"2024-01-01T00:00:00Z\"}]"
            + " | /schedule/overrides/0/end | invalid"
      })
  void aFaultOfAPreviewIsNamedWhereItIs(String schedule, String pointer, String code) {
    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> preview("{\"name\":\"x\"," + schedule + "}"));
    assertThat(rejected.faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple(pointer, code));
  }

  @Test
  void aThousandParticipantsAreTakenAndOneMoreIsRefused() {
    String many = names(1000);
    assertThat(
            preview("{\"name\":\"x\",\"time_zone\":\"UTC\",\"layers\":[" + layer(many) + "]}")
                .gaps())
        .isEmpty();
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () ->
                preview(
                    "{\"name\":\"x\",\"time_zone\":\"UTC\",\"layers\":["
                        + layer(names(1001))
                        + "]}"));
    assertThat(rejected.faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/schedule/layers/0/participants", "length"));
  }

  @Test
  void whoTakesTurnsTwiceAndALayerOfNobodyAreAllowedAndWarnedOf() {
    ScheduleView stored =
        crew.get(Schedules.class)
            .create(
                SYSTEM,
                Json.read(
                    "{\"name\":\"x\",\"time_zone\":\"UTC\",\"layers\":["
                        + layer("alice,bob,Alice,alice")
                        + ",{\"name\":\"none\",\"rotation_type\":\"daily\","
                        + "\"rotation_start\":\"2024-01-01T00:00\"}]}",
                    CreateSchedule.class));
    assertThat(stored.layers().get(0).warnings())
        .extracting(Warning::code)
        .containsExactly("participant_twice");
    assertThat(stored.layers().get(1).warnings())
        .extracting(Warning::code)
        .containsExactly("empty_layer");
    assertThat(report(stored.id()).warnings())
        .extracting(QualityWarning::code)
        .contains("participant_twice", "empty_layer");
  }

  @Test
  void theUnreachableAreNamedOnceWithTheFirstTimeTheyAreOn() {
    UUID alice = crew.hire("alice").id();
    crew.hire("bob");
    crew.get(GivenReachability.class).cutOff(alice);
    UUID id = store("UTC", layer("bob,alice"));
    List<QualityWarning> warnings = report(id).warnings();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).code()).isEqualTo("unreachable");
    assertThat(warnings.get(0).detail()).startsWith("alice ");
    assertThat(warnings.get(0).start()).isEqualTo("2024-01-11T00:00:00Z");
    assertThat(warnings.get(0).end()).isEqualTo("2024-01-12T00:00:00Z");
  }

  @Test
  void aDeactivatedParticipantIsNamed() {
    UserView bob = crew.hire("bob");
    UUID id = store("UTC", layer("bob"));
    crew.get(Users.class).deactivate(SYSTEM, bob.id(), null);
    assertThat(report(id).warnings())
        .extracting(QualityWarning::code)
        .containsExactly("deactivated_participant");
  }

  @Test
  @Tag("regen-38")
  void aHandoffThatTheClocksSkipIsFoundWeeksAhead() {
    crew.hire("alice");
    String layer =
        "{\"name\":\"l\",\"rotation_type\":\"%s\",\"rotation_start\":\"2024-01-01T02:30\","
            + "\"participants\":[{\"user_name\":\"alice\"}]%s}";
    UUID daily = store("America/New_York", layer.formatted("daily", ""));
    Instant from = Instant.parse("2024-02-20T00:00:00Z");
    List<QualityWarning> found = report(daily, from, null).warnings();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).code()).isEqualTo("handoff_in_gap");
    assertThat(found.get(0).detail()).contains("2024-03-10T02:30", "2024-03-10T03:30");
    assertThat(found.get(0).start()).isEqualTo("2024-03-10T07:30:00Z");
    UUID mondays = store("America/New_York", layer.formatted("daily", ",\"weekdays\":[\"mon\"]"));
    assertThat(codes(report(mondays, from, null))).doesNotContain("handoff_in_gap");
    UUID utc = store("UTC", layer.formatted("daily", ""));
    assertThat(codes(report(utc, from, null))).doesNotContain("handoff_in_gap");
  }

  @Test
  @Tag("regen-36")
  void overlappingOverridesAndOnesForThoseOnLeaveAreWarnedOf() {
    crew.hire("alice");
    SchedulePreview preview =
        preview(
            "{\"name\":\"x\",\"time_zone\":\"UTC\",\"layers\":["
                + layer("alice")
                + "],\"overrides\":["
                + "{\"user_name\":\"alice\",\"start\":\"2024-01-11T00:00:00Z\",\"end\":\"2024-01-12T00:00:00Z\"},"
                + "{\"user_name\":\"alice\",\"start\":\"2024-01-12T00:00:00Z\",\"end\":\"2024-01-14T00:00:00Z\"},"
                + "{\"user_name\":\"alice\",\"start\":\"2024-01-13T00:00:00Z\",\"end\":\"2024-01-15T00:00:00Z\"}],"
                + "\"unavailabilities\":[{\"user_name\":\"Alice\",\"start_date\":\"2024-01-11\","
                + "\"end_date\":\"2024-01-11\"}]}");
    assertThat(preview.warnings())
        .extracting(QualityWarning::code, QualityWarning::start, QualityWarning::end)
        .containsExactly(
            tuple(
                "on_leave",
                Instant.parse("2024-01-11T00:00:00Z"),
                Instant.parse("2024-01-12T00:00:00Z")),
            tuple(
                "overlapping_overrides",
                Instant.parse("2024-01-13T00:00:00Z"),
                Instant.parse("2024-01-14T00:00:00Z")));
  }

  @Test
  void whoIsOnInTwoSchedulesOrLayersAtOnceIsFound() {
    UUID alice = crew.hire("alice").id();
    UUID first = store("UTC", layer("alice,bob"));
    UUID second = store("UTC", layer("carol,Alice"));
    UUID third = store("UTC", layer("dave"));
    // on even days alice and carol, on odd ones bob and Alice: never both
    assertThat(report(first).doubleBookings()).isEmpty();
    UUID fourth = store("UTC", layer("alice"));
    assertThat(report(third).doubleBookings()).isEmpty();
    QualityReport report = report(first);
    assertThat(report.doubleBookings()).hasSize(15);
    DoubleBooking booking = report.doubleBookings().get(0);
    assertThat(booking.userId()).isEqualTo(alice);
    assertThat(booking.start()).isEqualTo("2024-01-10T12:00:00Z");
    assertThat(booking.end()).isEqualTo("2024-01-11T00:00:00Z");
    assertThat(booking.places())
        .extracting(DoubleBooking.Place::scheduleId)
        .containsExactly(first, fourth);
    assertThat(report(fourth).doubleBookings()).hasSize(29);
    assertThat(report(second).doubleBookings()).hasSize(14);
    UUID layers = store("UTC", layer("zoe") + "," + layer("zoe"));
    assertThat(report(layers).doubleBookings())
        .extracting(DoubleBooking::start, DoubleBooking::end)
        .containsExactly(
            tuple(Instant.parse("2024-01-10T12:00:00Z"), Instant.parse("2024-02-07T12:00:00Z")));
  }

  private static List<String> codes(QualityReport report) {
    return report.warnings().stream().map(QualityWarning::code).toList();
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(","));
  }

  /** Return a daily layer that hands over at midnight to one after the other. */
  private static String layer(String names) {
    String people =
        List.of(names.split(",", -1)).stream()
            .map(name -> "{\"user_name\":\"" + name + "\"}")
            .collect(Collectors.joining(","));
    return "{\"name\":\"l\",\"rotation_type\":\"daily\",\"rotation_start\":\"2024-01-10T00:00\","
        + "\"participants\":["
        + people
        + "]}";
  }

  private UUID store(String zone, String layers) {
    String json = "{\"name\":\"s\",\"time_zone\":\"" + zone + "\",\"layers\":[" + layers + "]}";
    return crew.get(Schedules.class).create(SYSTEM, Json.read(json, CreateSchedule.class)).id();
  }

  private SchedulePreview preview(String schedule) {
    return preview(schedule, null, null);
  }

  private SchedulePreview preview(String schedule, @Nullable Instant from, @Nullable Instant to) {
    CreateSchedule command = Json.read(schedule, CreateSchedule.class);
    return crew.get(ScheduleQuality.class).preview(SYSTEM, new PreviewSchedule(command, from, to));
  }

  private QualityReport report(UUID id) {
    return report(id, null, null);
  }

  private QualityReport report(UUID id, @Nullable Instant from, @Nullable Instant to) {
    return crew.get(ScheduleQuality.class).report(SYSTEM, id, from, to);
  }
}
