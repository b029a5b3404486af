package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.schedules.internal.ScheduleMentions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {
  private static final Actor ADMIN =
      new Actor(Actor.Kind.USER, Ids.next(), "ann", Role.ADMIN, null);
  private static final Actor AGENT =
      new Actor(Actor.Kind.USER, Ids.next(), "bob", Role.AGENT, null);
  private static final Actor VIEWER =
      new Actor(Actor.Kind.USER, Ids.next(), "eve", Role.VIEWER, null);
  private static final UUID NIL = new UUID(0, 0);

  @RegisterExtension static final Crew crew = new Crew();

  private final Schedules schedules = crew.get(Schedules.class);

  @BeforeEach
  void noon() {
    crew.clock().set(Instant.parse("2024-01-10T12:00:00Z"));
  }

  @Test
  void everythingGivenIsStoredAndShown() {
    UUID channel = Ids.next();
    UUID policy = Ids.next();
    CreateLayer layer =
        Json.read(
            "{\"name\":\"days\",\"order_index\":3,\"rotation_type\":\"daily\",\"rotation_length\":2,"
                + "\"rotation_start\":\"2024-01-01T09:00\",\"shift_duration\":\"PT8H\","
                + "\"weekdays\":[\"mon\",\"tue\"],\"concurrent\":2,"
                + "\"participants\":[{\"user_name\":\"a\"},{\"user_name\":\"b\"}]}",
            CreateLayer.class);
    ScheduleView made =
        schedules.create(
            ADMIN,
            new CreateSchedule(
                "Ops",
                "all of it",
                "Europe/Berlin",
                channel,
                policy,
                List.of("de", "DE", "us"),
                null,
                null,
                List.of(layer),
                List.of(
                    new CreateOverride(
                        "x",
                        null,
                        crew.clock().instant(),
                        crew.clock().instant().plusSeconds(60),
                        null)),
                List.of(
                    new CreateUnavailability(
                        "y", null, LocalDate.of(2024, 1, 10), LocalDate.of(2024, 1, 12), null))));
    ScheduleView seen = schedules.require(VIEWER, made.id());
    assertThat(seen).usingRecursiveComparison().ignoringFields("version").isEqualTo(made);
    assertThat(seen.holidayCountries()).containsExactly("DE", "US");
    assertThat(seen.notificationChannelId()).isEqualTo(channel);
    assertThat(seen.defaultEscalationPolicyId()).isEqualTo(policy);
    assertThat(Json.write(seen.layers().get(0)))
        .contains(
            "\"order_index\":3",
            "\"rotation_type\":\"daily\"",
            "\"rotation_length\":2",
            "\"rotation_start\":\"2024-01-01T09:00\"",
            "\"shift_duration\":\"PT8H\"",
            "\"weekdays\":[\"mon\",\"tue\"]",
            "\"concurrent\":2",
            "\"participants\":[{\"user_name\":\"a\"},{\"user_name\":\"b\"}]");
    assertThat(seen.overrides()).hasSize(1);
    assertThat(seen.unavailabilities()).hasSize(1);
    assertThat(Json.write(crew.get(OnCall.class).at(VIEWER, made.id(), null)))
        .contains("\"is_override\":true");
  }

  @Test
  void everyFaultIsNamedAndNothingIsStored() {
    CreateLayer bad =
        new CreateLayer(
            "x",
            null,
            RotationType.CUSTOM,
            2,
            "soon",
            null,
            null,
            null,
            List.of(new Person(null, null), new Person(null, Ids.next())));
    CreateSchedule command =
        new CreateSchedule(
            "s",
            null,
            "Mars/Olympus",
            null,
            null,
            null,
            null,
            null,
            List.of(bad),
            List.of(
                new CreateOverride(
                    "x", null, crew.clock().instant(), crew.clock().instant(), null)),
            List.of(
                new CreateUnavailability(
                    null, null, LocalDate.of(2024, 1, 10), LocalDate.of(2024, 1, 9), null)));
    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> schedules.create(ADMIN, command));
    assertThat(rejected.faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/time_zone",
            "/layers/0/rotation_start",
            "/layers/0/shift_duration",
            "/layers/0/rotation_length",
            "/layers/0/participants/0/user_name",
            "/layers/0/participants/1/user_id",
            "/overrides/0/end",
            "/unavailabilities/0/end_date",
            "/unavailabilities/0/user_name");
    assertThat(schedules.list(ADMIN, PageRequest.first()).data()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "daily, PT25H, /shift_duration",
    "daily, -PT1H, /shift_duration",
    "daily, PT0.5S, /shift_duration",
    "monthly, P29D, /shift_duration",
    "custom, , /shift_duration",
    "custom, PT0S, /shift_duration",
    "custom, PT30S, /shift_duration"
  })
  void aShiftMustFitItsRotation(String type, @Nullable String duration, String pointer) {
    UUID id = crew.schedule(weekly("primary", "2024-01-01T00:00", "alice")).id();
    String json =
        "{\"name\":\"x\",\"rotation_start\":\"2024-01-01T00:00\",\"rotation_type\":\""
            + type
            + (duration == null ? "" : "\",\"shift_duration\":\"" + duration)
            + "\"}";
    assertThatThrownBy(() -> schedules.addLayer(ADMIN, id, Json.read(json, CreateLayer.class)))
        .asInstanceOf(type(Rejected.class))
        .satisfies(
            rejected ->
                assertThat(rejected.faults()).extracting(Fault::pointer).containsExactly(pointer));
  }

  @Test
  void aBlankCommandNamesWhatIsMissing() {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class, () -> schedules.create(ADMIN, Json.read("{}", CreateSchedule.class)));
    assertThat(rejected.faults()).extracting(Fault::pointer).containsExactly("/name", "/time_zone");
  }

  @Test
  void aChangeKeepsWhatItDoesNotNameAndClearsByEmptyAndNil() {
    ScheduleView made =
        schedules.create(
            ADMIN,
            new CreateSchedule(
                "s", "text", "UTC", null, Ids.next(), null, null, null, null, null, null));
    ScheduleView changed =
        schedules.change(
            ADMIN,
            made.id(),
            new ChangeSchedule(null, "", "Asia/Tokyo", null, NIL, null, null, null),
            made.version());
    assertThat(changed.name()).isEqualTo("s");
    assertThat(changed.description()).isNull();
    assertThat(changed.defaultEscalationPolicyId()).isNull();
    assertThat(changed.timeZone()).isEqualTo("Asia/Tokyo");
    assertThat(changed.version()).isGreaterThan(made.version());
    ChangeSchedule again = new ChangeSchedule("t", null, null, null, null, null, null, null);
    assertThatThrownBy(() -> schedules.change(ADMIN, made.id(), again, made.version()))
        .isInstanceOf(Stale.class);
  }

  @Test
  void layersAreAddedLastChangedAsAWholeAndRemoved() {
    UUID id = crew.schedule(weekly("first", "2024-01-01T00:00")).id();
    LayerView second = schedules.addLayer(ADMIN, id, weekly("second", "2024-01-01T00:00", "x"));
    assertThat(second.orderIndex()).isEqualTo(1);
    ChangeLayer swap =
        new ChangeLayer(
            null, null, null, null, null, null, null, null, List.of(new Person("y", null)));
    LayerView changed = schedules.changeLayer(ADMIN, id, second.id(), swap, second.version());
    assertThat(changed.participants()).extracting(Person::name).containsExactly("y");
    assertThat(changed.name()).isEqualTo("second");
    assertThat(crew.onCall(id, "2024-01-10T12:00:00Z")).isEqualTo("y");
    assertThatThrownBy(() -> schedules.changeLayer(ADMIN, id, second.id(), swap, second.version()))
        .isInstanceOf(Stale.class);
    schedules.removeLayer(ADMIN, id, second.id(), null);
    assertThat(schedules.layers(VIEWER, id)).hasSize(1);
    assertThatThrownBy(() -> schedules.requireLayer(VIEWER, id, second.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anotherSchedulesPartsAreNotFound() {
    UUID one = crew.schedule(weekly("a", "2024-01-01T00:00")).id();
    ScheduleView two = crew.schedule(weekly("b", "2024-01-01T00:00"));
    UUID layer = two.layers().get(0).id();
    assertThatThrownBy(() -> schedules.requireLayer(VIEWER, one, layer))
        .isInstanceOf(NotFound.class);
    UUID override =
        crew.override(
                two.id(), new Person("x", null), "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z")
            .id();
    assertThatThrownBy(() -> crew.get(Absences.class).removeOverride(AGENT, one, override))
        .isInstanceOf(NotFound.class);
    crew.get(Absences.class).removeOverride(AGENT, two.id(), override);
    assertThat(crew.get(Absences.class).overrides(VIEWER, two.id())).isEmpty();
  }

  @Test
  void whatLiesInThePastOrMeetsLeaveIsTakenWithAWarning() {
    UUID id = crew.schedule(weekly("primary", "2024-01-01T00:00", "alice")).id();
    UnavailabilityView leave =
        crew.get(Absences.class)
            .addUnavailability(
                AGENT,
                id,
                new CreateUnavailability(
                    "dave", null, LocalDate.of(2024, 1, 9), LocalDate.of(2024, 1, 20), null));
    assertThat(leave.warnings()).extracting(Warning::code).containsExactly("in_the_past");
    assertThat(
            crew.override(
                    id, new Person("Dave", null), "2024-01-10T11:00:00Z", "2024-01-10T13:00:00Z")
                .warnings())
        .extracting(Warning::code)
        .containsExactly("in_the_past", "on_leave");
    assertThat(
            crew.override(
                    id, new Person("dave", null), "2024-01-21T11:00:00Z", "2024-01-21T13:00:00Z")
                .warnings())
        .isEmpty();
    crew.get(Absences.class).removeUnavailability(AGENT, id, leave.id());
    assertThat(crew.get(Absences.class).unavailabilities(VIEWER, id)).isEmpty();
  }

  @Test
  void theListShowsWhoIsOnAndWhoFollows() {
    crew.schedule(weekly("primary", "2024-01-01T00:00", "alice", "bob", "carol"));
    ScheduleSummary summary = schedules.list(VIEWER, PageRequest.first()).data().get(0);
    assertThat(summary.onCallNow()).extracting(Person::name).containsExactly("bob");
    assertThat(summary.until()).isEqualTo("2024-01-15T00:00:00Z");
    assertThat(summary.next()).extracting(Person::name).containsExactly("carol");
  }

  @Test
  void listsArePagedByName() {
    for (String name : List.of("c", "B", "a")) {
      schedules.create(ADMIN, named(name));
    }
    Page<ScheduleSummary> first = schedules.list(VIEWER, new PageRequest(2, null));
    assertThat(first.data()).extracting(ScheduleSummary::name).containsExactly("a", "B");
    Page<ScheduleSummary> next = schedules.list(VIEWER, new PageRequest(2, first.nextCursor()));
    assertThat(next.data()).extracting(ScheduleSummary::name).containsExactly("c");
    assertThat(next.nextCursor()).isNull();
  }

  @Test
  void aPersonStillCountedOnIsMentioned() {
    UUID dora = crew.hire("dora").id();
    UUID id = crew.schedule(weekly("l", "2024-01-01T00:00", "dora", "x")).id();
    crew.override(id, new Person("dora", null), "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z");
    ScheduleMentions mentions = crew.get(ScheduleMentions.class);
    assertThat(mentions.mentionsOf(dora))
        .extracting(Warning::code)
        .containsExactly("in_schedule", "in_override");
    assertThat(mentions.mentionsOf(Ids.next())).isEmpty();
  }

  @Test
  void deletingAScheduleTakesAllThatBelongsToItAlong() {
    UUID id = crew.schedule(weekly("l", "2024-01-01T00:00", "dora")).id();
    crew.override(id, new Person("dora", null), "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z");
    schedules.delete(ADMIN, id, null);
    assertThatThrownBy(() -> crew.onCall(id, "2024-01-10T12:00:00Z")).isInstanceOf(NotFound.class);
    assertThat(crew.get(OnCall.class).find(id, crew.clock().instant())).isEmpty();
  }

  @Test
  void everyRoleMayOnlyDoItsOwn() {
    UUID id = crew.schedule(weekly("l", "2024-01-01T00:00", "dora")).id();
    Actor ingest = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "t", Role.INGEST, null);
    CreateOverride override =
        new CreateOverride(
            "x", null, crew.clock().instant(), crew.clock().instant().plusSeconds(1), null);
    assertThatThrownBy(() -> schedules.create(AGENT, named("x"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> schedules.delete(VIEWER, id, null)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> crew.get(Absences.class).addOverride(VIEWER, id, override))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> crew.get(OnCall.class).at(ingest, id, null))
        .isInstanceOf(Forbidden.class);
  }

  private static CreateSchedule named(String name) {
    return new CreateSchedule(name, null, "UTC", null, null, null, null, null, null, null, null);
  }
}
