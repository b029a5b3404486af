package dev.tocsin.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Users;
import dev.tocsin.accounts.Warning;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestBeans;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.schedules.internal.ScheduleMentions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("schedules");

  private final KnownUsers users = new KnownUsers();
  private final SettableClock clock = new SettableClock("2024-01-10T12:00:00Z");
  private final TestBeans beans =
      new TestBeans(db)
          .bind(Clock.class, clock)
          .bind(Users.class, users)
          .bind(Audit.class, new UnheardAudit());
  private final Schedules schedules = beans.get(Schedules.class);
  private final Absences absences = beans.get(Absences.class);
  private final OnCall onCall = beans.get(OnCall.class);

  @BeforeEach
  void empty() {
    db.sql("TRUNCATE schedules.schedules CASCADE");
  }

  @Test
  @Tag("regen-35")
  @Tag("regen-36")
  void whoIsOnCallComesFromLayersAndOverridesWithTheUsersBehindTheNames() {
    UUID bob = users.add("bob");
    ScheduleView schedule =
        create(weekly("primary", "2024-01-01T00:00:00Z", "alice", "Bob", "carol"));
    UUID id = schedule.id();
    assertThat(at(id, "2024-01-10T12:00:00Z"))
        .extracting(OnCallView::userName, OnCallView::userId, OnCallView::isOverride)
        .containsExactly("Bob", bob, false);
    assertThat(at(id, "2024-01-22T00:00:00Z").userName()).isEqualTo("alice");
    assertThat(at(id, "2023-12-31T00:00:00Z").userName()).isEmpty();

    override(id, "dave", "2024-01-10T10:00:00Z", "2024-01-10T14:00:00Z");
    assertThat(at(id, "2024-01-10T12:00:00Z"))
        .extracting(OnCallView::userName, OnCallView::userId, OnCallView::isOverride)
        .containsExactly("dave", null, true);
    assertThat(at(id, "2024-01-10T14:00:00Z").userName()).isEqualTo("Bob");
  }

  @Test
  void anAccountMadeLaterIsFoundBehindAName() {
    UUID id = create(weekly("primary", "2024-01-01T00:00", "zoe")).id();
    assertThat(at(id, "2024-01-10T12:00:00Z").userId()).isNull();
    UUID zoe = users.add("Zoe");
    assertThat(at(id, "2024-01-10T12:00:00Z").userId()).isEqualTo(zoe);
  }

  @Test
  @Tag("regen-37")
  void leaveIsHeededAndTheTimelineAgrees() {
    UUID id = create(weekly("primary", "2024-01-01T00:00", "alice", "bob", "carol")).id();
    call(
        () ->
            absences.addUnavailability(
                AGENT, id, new CreateUnavailability("bob", null, day(10), day(10), "dentist")));
    OnCallTimeline timeline =
        call(
            () ->
                onCall.timeline(
                    VIEWER,
                    id,
                    Instant.parse("2024-01-08T00:00:00Z"),
                    Instant.parse("2024-01-15T00:00:00Z")));
    assertThat(timeline.segments())
        .extracting(segment -> segment.userName() + " " + segment.start())
        .containsExactly(
            "bob 2024-01-08T00:00:00Z", "carol 2024-01-10T00:00:00Z", "bob 2024-01-11T00:00:00Z");
    assertThat(at(id, "2024-01-10T12:00:00Z").userName()).isEqualTo("carol");
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
        call(
            () ->
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
                                "x", null, clock.instant(), clock.instant().plusSeconds(60), null)),
                        List.of(new CreateUnavailability("y", null, day(10), day(12), null)))));
    ScheduleView seen = call(() -> schedules.require(VIEWER, made.id()));
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
    assertThat(Json.write(at(made.id(), "2024-01-10T12:00:00Z"))).contains("\"is_override\":true");
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
            List.of(new CreateOverride("x", null, clock.instant(), clock.instant(), null)),
            List.of(new CreateUnavailability(null, null, day(10), day(9), null)));
    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> call(() -> schedules.create(ADMIN, command)));
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
    assertThat(call(() -> schedules.list(ADMIN, PageRequest.first())).data()).isEmpty();
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
    UUID id = create(weekly("primary", "2024-01-01T00:00", "alice")).id();
    String json =
        "{\"name\":\"x\",\"rotation_start\":\"2024-01-01T00:00\",\"rotation_type\":\""
            + type
            + (duration == null ? "" : "\",\"shift_duration\":\"" + duration)
            + "\"}";
    assertThatThrownBy(
            () -> call(() -> schedules.addLayer(ADMIN, id, Json.read(json, CreateLayer.class))))
        .asInstanceOf(type(Rejected.class))
        .satisfies(
            rejected ->
                assertThat(rejected.faults()).extracting(Fault::pointer).containsExactly(pointer));
  }

  @Test
  void aBlankCommandNamesWhatIsMissing() {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () -> call(() -> schedules.create(ADMIN, Json.read("{}", CreateSchedule.class))));
    assertThat(rejected.faults()).extracting(Fault::pointer).containsExactly("/name", "/time_zone");
  }

  @Test
  void aChangeKeepsWhatItDoesNotNameAndClearsByEmptyAndNil() {
    ScheduleView made =
        call(
            () ->
                schedules.create(
                    ADMIN,
                    new CreateSchedule(
                        "s", "text", "UTC", null, Ids.next(), null, null, null, null, null, null)));
    ScheduleView changed =
        call(
            () ->
                schedules.change(
                    ADMIN,
                    made.id(),
                    new ChangeSchedule(null, "", "Asia/Tokyo", null, NIL, null, null, null),
                    made.version()));
    assertThat(changed.name()).isEqualTo("s");
    assertThat(changed.description()).isNull();
    assertThat(changed.defaultEscalationPolicyId()).isNull();
    assertThat(changed.timeZone()).isEqualTo("Asia/Tokyo");
    assertThat(changed.version()).isGreaterThan(made.version());
    ChangeSchedule again = new ChangeSchedule("t", null, null, null, null, null, null, null);
    assertThatThrownBy(() -> call(() -> schedules.change(ADMIN, made.id(), again, made.version())))
        .isInstanceOf(Stale.class);
  }

  @Test
  void layersAreAddedLastChangedAsAWholeAndRemoved() {
    UUID id = create(weekly("first", "2024-01-01T00:00")).id();
    LayerView second =
        call(() -> schedules.addLayer(ADMIN, id, weekly("second", "2024-01-01T00:00", "x")));
    assertThat(second.orderIndex()).isEqualTo(1);
    ChangeLayer swap =
        new ChangeLayer(
            null, null, null, null, null, null, null, null, List.of(new Person("y", null)));
    LayerView changed =
        call(() -> schedules.changeLayer(ADMIN, id, second.id(), swap, second.version()));
    assertThat(changed.participants()).extracting(Person::name).containsExactly("y");
    assertThat(changed.name()).isEqualTo("second");
    assertThat(at(id, "2024-01-10T12:00:00Z").userName()).isEqualTo("y");
    assertThatThrownBy(
            () -> call(() -> schedules.changeLayer(ADMIN, id, second.id(), swap, second.version())))
        .isInstanceOf(Stale.class);
    run(() -> schedules.removeLayer(ADMIN, id, second.id(), null));
    assertThat(call(() -> schedules.layers(VIEWER, id))).hasSize(1);
    assertThatThrownBy(() -> call(() -> schedules.requireLayer(VIEWER, id, second.id())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anotherSchedulesPartsAreNotFound() {
    UUID one = create(weekly("a", "2024-01-01T00:00")).id();
    ScheduleView two = create(weekly("b", "2024-01-01T00:00"));
    UUID layer = two.layers().get(0).id();
    assertThatThrownBy(() -> call(() -> schedules.requireLayer(VIEWER, one, layer)))
        .isInstanceOf(NotFound.class);
    UUID override = override(two.id(), "x", "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z").id();
    assertThatThrownBy(() -> run(() -> absences.removeOverride(AGENT, one, override)))
        .isInstanceOf(NotFound.class);
    run(() -> absences.removeOverride(AGENT, two.id(), override));
    assertThat(call(() -> absences.overrides(VIEWER, two.id()))).isEmpty();
  }

  @Test
  void whatLiesInThePastOrMeetsLeaveIsTakenWithAWarning() {
    UUID id = create(weekly("primary", "2024-01-01T00:00", "alice")).id();
    UnavailabilityView leave =
        call(
            () ->
                absences.addUnavailability(
                    AGENT, id, new CreateUnavailability("dave", null, day(9), day(20), null)));
    assertThat(leave.warnings()).extracting(Warning::code).containsExactly("in_the_past");
    assertThat(override(id, "Dave", "2024-01-10T11:00:00Z", "2024-01-10T13:00:00Z").warnings())
        .extracting(Warning::code)
        .containsExactly("in_the_past", "on_leave");
    assertThat(override(id, "dave", "2024-01-21T11:00:00Z", "2024-01-21T13:00:00Z").warnings())
        .isEmpty();
    run(() -> absences.removeUnavailability(AGENT, id, leave.id()));
    assertThat(call(() -> absences.unavailabilities(VIEWER, id))).isEmpty();
  }

  @Test
  void theListShowsWhoIsOnAndWhoFollows() {
    create(weekly("primary", "2024-01-01T00:00", "alice", "bob", "carol"));
    ScheduleSummary summary = call(() -> schedules.list(VIEWER, PageRequest.first())).data().get(0);
    assertThat(summary.onCallNow()).extracting(Person::name).containsExactly("bob");
    assertThat(summary.until()).isEqualTo("2024-01-15T00:00:00Z");
    assertThat(summary.next()).extracting(Person::name).containsExactly("carol");
  }

  @Test
  void listsArePagedByName() {
    for (String name : List.of("c", "B", "a")) {
      call(() -> schedules.create(ADMIN, named(name)));
    }
    Page<ScheduleSummary> first = call(() -> schedules.list(VIEWER, new PageRequest(2, null)));
    assertThat(first.data()).extracting(ScheduleSummary::name).containsExactly("a", "B");
    Page<ScheduleSummary> next =
        call(() -> schedules.list(VIEWER, new PageRequest(2, first.nextCursor())));
    assertThat(next.data()).extracting(ScheduleSummary::name).containsExactly("c");
    assertThat(next.nextCursor()).isNull();
  }

  @Test
  void currentNamesEveryScheduleAndTheResponderIsTheFirstKnownUser() {
    UUID policy = Ids.next();
    call(() -> schedules.create(ADMIN, named("a empty")));
    create(weekly("x", "2024-01-01T00:00", "nobody we know"));
    UUID dora = users.add("dora");
    call(
        () ->
            schedules.create(
                ADMIN,
                new CreateSchedule(
                    "z",
                    null,
                    "UTC",
                    null,
                    policy,
                    null,
                    null,
                    null,
                    List.of(weekly("l", "2024-01-01T00:00", "dora")),
                    null,
                    null)));
    assertThat(call(() -> onCall.current(VIEWER)))
        .extracting(OnCallNow::scheduleName, OnCallNow::userName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a empty", ""),
            org.assertj.core.groups.Tuple.tuple("Ops", "nobody we know"),
            org.assertj.core.groups.Tuple.tuple("z", "dora"));
    assertThat(call(() -> onCall.responder(clock.instant())))
        .hasValueSatisfying(
            responder -> {
              assertThat(responder.userId()).isEqualTo(dora);
              assertThat(responder.defaultEscalationPolicyId()).isEqualTo(policy);
            });
  }

  @Test
  void aPersonStillCountedOnIsMentioned() {
    UUID dora = users.add("dora");
    UUID id = create(weekly("l", "2024-01-01T00:00", "dora", "x")).id();
    override(id, "dora", "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z");
    ScheduleMentions mentions = beans.get(ScheduleMentions.class);
    assertThat(call(() -> mentions.mentionsOf(dora)))
        .extracting(Warning::code)
        .containsExactly("in_schedule", "in_override");
    assertThat(call(() -> mentions.mentionsOf(Ids.next()))).isEmpty();
  }

  @Test
  void deletingAScheduleTakesAllThatBelongsToItAlong() {
    UUID id = create(weekly("l", "2024-01-01T00:00", "dora")).id();
    override(id, "dora", "2024-01-11T00:00:00Z", "2024-01-12T00:00:00Z");
    run(() -> schedules.delete(ADMIN, id, null));
    assertThatThrownBy(() -> at(id, "2024-01-10T12:00:00Z")).isInstanceOf(NotFound.class);
    assertThat(call(() -> onCall.find(id, clock.instant()))).isEmpty();
  }

  @Test
  void windowsAreBounded() {
    UUID id = create(weekly("l", "2024-01-01T00:00", "dora")).id();
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    for (Instant to :
        List.of(from, from.minusSeconds(1), from.plusSeconds(401L * 86400), Instant.MAX)) {
      assertThatThrownBy(() -> call(() -> onCall.timeline(VIEWER, id, from, to)))
          .isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> call(() -> onCall.at(VIEWER, id, Instant.MIN)))
        .isInstanceOf(Rejected.class);
    OnCallTimeline usual = call(() -> onCall.timeline(VIEWER, id, null, null));
    assertThat(usual.from()).isEqualTo(clock.instant());
    assertThat(usual.to()).isEqualTo(clock.instant().plusSeconds(7 * 86400));
  }

  @Test
  void everyRoleMayOnlyDoItsOwn() {
    UUID id = create(weekly("l", "2024-01-01T00:00", "dora")).id();
    Actor ingest = new Actor(Actor.Kind.API_TOKEN, Ids.next(), "t", Role.INGEST, null);
    CreateOverride override =
        new CreateOverride("x", null, clock.instant(), clock.instant().plusSeconds(1), null);
    assertThatThrownBy(() -> call(() -> schedules.create(AGENT, named("x"))))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> run(() -> schedules.delete(VIEWER, id, null)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> call(() -> absences.addOverride(VIEWER, id, override)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> call(() -> onCall.at(ingest, id, null))).isInstanceOf(Forbidden.class);
  }

  private ScheduleView create(CreateLayer layer) {
    return call(
        () ->
            schedules.create(
                ADMIN,
                new CreateSchedule(
                    "Ops", null, "UTC", null, null, null, null, null, List.of(layer), null, null)));
  }

  private static CreateSchedule named(String name) {
    return new CreateSchedule(name, null, "UTC", null, null, null, null, null, null, null, null);
  }

  private static CreateLayer weekly(String name, String start, String... people) {
    List<Person> participants =
        List.of(people).stream().map(person -> new Person(person, null)).toList();
    return new CreateLayer(
        name, null, RotationType.WEEKLY, null, start, null, null, null, participants);
  }

  private OverrideView override(UUID schedule, String name, String start, String end) {
    CreateOverride command =
        new CreateOverride(name, null, Instant.parse(start), Instant.parse(end), null);
    return call(() -> absences.addOverride(AGENT, schedule, command));
  }

  private OnCallView at(UUID schedule, String instant) {
    return call(() -> onCall.at(VIEWER, schedule, Instant.parse(instant)));
  }

  private static java.time.LocalDate day(int day) {
    return java.time.LocalDate.of(2024, 1, day);
  }

  private <T> T call(java.util.function.Supplier<T> work) {
    return beans.call(work);
  }

  private void run(Runnable work) {
    beans.run(work);
  }
}
