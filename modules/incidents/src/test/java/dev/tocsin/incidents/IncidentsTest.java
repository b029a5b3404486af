package dev.tocsin.incidents;

import static dev.tocsin.incidents.World.ADMIN;
import static dev.tocsin.incidents.World.AGENT;
import static dev.tocsin.incidents.World.VIEWER;
import static dev.tocsin.incidents.World.firing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentsTest {
  private static final UUID NIL = new UUID(0, 0);

  @RegisterExtension static final World world = new World();

  @Test
  void anIncidentIsDeclaredByHandAndFoundByEveryNameItHas() {
    IncidentView made = declare("Site down", IncidentSeverity.CRITICAL);
    assertThat(made.number()).isEqualTo("INC-1");
    assertThat(made.createdByType()).isEqualTo("user");
    assertThat(made.createdByName()).isEqualTo("gus");
    assertThat(made.allowed())
        .containsExactlyInAnyOrder(
            IncidentStatus.ACKNOWLEDGED, IncidentStatus.RESOLVED, IncidentStatus.CANCELED);
    assertThat(world.incident("1")).isEqualTo(made);
    assertThat(world.incident("INC-1")).isEqualTo(made);
    assertThat(world.incident(made.id().toString())).isEqualTo(made);
    assertThat(world.timeline("1").get(0).content()).containsEntry("trigger", "manual");
    assertThat(declare("Next", null).severity()).isEqualTo(IncidentSeverity.MEDIUM);
  }

  @ParameterizedTest
  @Tag("regen-27")
  @ValueSource(strings = {"abc", "INC-", "-1", "", "1.5", "INC-1x", "9999999999999999999"})
  void whatIsNoNameOfAnIncidentIsRejected(String ref) {
    assertThatThrownBy(() -> world.incident(ref)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @Tag("regen-27")
  @ValueSource(strings = {"999999", "INC-7", "01890000-0000-7000-8000-000000000000"})
  void anIncidentThatThereIsNotIsNotFound(String ref) {
    assertThatThrownBy(() -> world.incident(ref)).isInstanceOf(NotFound.class);
  }

  @Test
  @Tag("regen-24")
  void twoIncidentsOfOneLongTitleAreBothMade() {
    String title = "a very long title that goes on and on and on and never ends, does it";
    assertThat(declare(title, null).slug())
        .isNotEqualTo(declare(title, null).slug())
        .hasSizeLessThanOrEqualTo(50);
  }

  @Test
  @Tag("regen-25")
  void theContractsArrowsHoldAndTheOthersNameWhatIsAllowed() {
    declare("x", null);
    IncidentView acknowledged = world.move("INC-1", IncidentStatus.ACKNOWLEDGED);
    assertThat(acknowledged.acknowledgedAt()).isEqualTo(world.clock().instant());
    assertThat(world.timelineTypes("INC-1")).containsOnlyOnce("status_changed");

    IncidentView same = world.move("INC-1", IncidentStatus.ACKNOWLEDGED);
    assertThat(same.version()).isEqualTo(acknowledged.version());
    assertThat(world.timelineTypes("INC-1")).containsOnlyOnce("status_changed");

    IllegalTransition refused =
        catchThrowableOfType(
            IllegalTransition.class, () -> world.move("INC-1", IncidentStatus.CANCELED));
    assertThat(refused.allowed()).containsExactly("resolved");
    assertThat(world.move("INC-1", IncidentStatus.RESOLVED).resolvedAt()).isNotNull();
    refused =
        catchThrowableOfType(
            IllegalTransition.class, () -> world.move("INC-1", IncidentStatus.TRIGGERED));
    assertThat(refused.allowed()).isEmpty();
    assertThat(world.announced(IncidentEvent.class))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "IncidentTriggered", "NobodyPaged", "IncidentAcknowledged", "IncidentResolved");
  }

  @Test
  void everyChangeIsInTheTimelineWithWhoMadeIt() {
    UUID dora = world.hire("dora");
    declare("x", null);
    ChangeIncident change =
        new ChangeIncident(null, IncidentSeverity.CRITICAL, "we know more", dora);
    IncidentView changed = world.incidents().change(AGENT, "1", change, null);
    assertThat(changed.severity()).isEqualTo(IncidentSeverity.CRITICAL);
    assertThat(changed.summary()).isEqualTo("we know more");
    assertThat(changed.commanderName()).isEqualTo("dora");
    assertThat(world.timelineTypes("1")).endsWith("severity_changed", "commander_assigned");
    TimelineEntryView entry = world.timeline("1").get(world.timeline("1").size() - 2);
    assertThat(entry.actorName()).isEqualTo("gus");
    assertThat(entry.content())
        .isEqualTo(Map.of("previous_severity", "medium", "new_severity", "critical"));

    IncidentView cleared =
        world
            .incidents()
            .change(AGENT, "1", new ChangeIncident(null, null, "", NIL), changed.version());
    assertThat(cleared.commanderId()).isNull();
    assertThat(cleared.summary()).isNull();
    assertThatThrownBy(() -> world.incidents().change(AGENT, "1", change, changed.version()))
        .isInstanceOf(Stale.class);
    ChangeIncident unknown = new ChangeIncident(null, null, null, new UUID(1, 1));
    assertThatThrownBy(() -> world.incidents().change(AGENT, "1", unknown, null))
        .isInstanceOf(Rejected.class);
  }

  @Test
  @Tag("regen-26")
  void theTimelineIsAppendOnlyEvenInSql() {
    declare("x", null);
    for (String sql :
        List.of(
            "UPDATE incidents.timeline_entries SET type = 'message'",
            "DELETE FROM incidents.timeline_entries",
            "TRUNCATE incidents.timeline_entries",
            "TRUNCATE incidents.incidents CASCADE")) {
      assertThatThrownBy(() -> world.db().sql(sql)).rootCause().hasMessageContaining("append-only");
    }
    assertThat(world.timeline("1")).isNotEmpty();
  }

  @Test
  @Tag("regen-26")
  void onlyMessagesAreWrittenByHand() {
    declare("x", null);
    TimelineEntryView said =
        world.incidents().addTimelineMessage(AGENT, "1", AddTimelineMessage.saying("hi"));
    assertThat(said.type()).isEqualTo("message");
    assertThat(said.actorName()).isEqualTo("gus");
    assertThat(said.content()).containsEntry("text", "hi");
    for (AddTimelineMessage bad :
        List.of(
            new AddTimelineMessage("escalated", Map.of("text", "x")),
            new AddTimelineMessage("message", Map.of()),
            new AddTimelineMessage("message", Map.of("text", 5)),
            AddTimelineMessage.saying(" "))) {
      assertThatThrownBy(() -> world.incidents().addTimelineMessage(AGENT, "1", bad))
          .isInstanceOf(Rejected.class);
    }
  }

  @Test
  void theTimelineIsPagedFromEitherEnd() {
    declare("x", null);
    for (int i = 0; i < 5; i++) {
      AddTimelineMessage message = AddTimelineMessage.saying("m" + i);
      world.incidents().addTimelineMessage(AGENT, "1", message);
    }
    Page<TimelineEntryView> newest =
        world.incidents().timeline(VIEWER, "1", new PageRequest(2, null), true);
    assertThat(newest.data())
        .extracting(entry -> entry.content().get("text"))
        .containsExactly("m4", "m3");
    assertThat(
            world
                .incidents()
                .timeline(VIEWER, "1", new PageRequest(2, newest.nextCursor()), true)
                .data())
        .extracting(entry -> entry.content().get("text"))
        .containsExactly("m2", "m1");
    assertThat(world.timelineTypes("1").get(0)).isEqualTo("incident_created");
  }

  @Test
  void incidentsAreFilteredAndPaged() {
    Instant start = world.clock().instant();
    declare("Database down", IncidentSeverity.CRITICAL);
    world.clock().advance(Duration.ofMinutes(1));
    declare("100% disk", IncidentSeverity.LOW);
    world.clock().advance(Duration.ofMinutes(1));
    declare("Slow", IncidentSeverity.LOW);
    world.move("3", IncidentStatus.RESOLVED);
    assertThat(found(new IncidentQuery(null, null, null, null, null, true)))
        .containsExactly(2L, 1L);
    assertThat(found(new IncidentQuery(null, null, null, null, null, false))).containsExactly(3L);
    assertThat(
            found(
                new IncidentQuery(
                    IncidentStatus.TRIGGERED, IncidentSeverity.LOW, null, null, null, null)))
        .containsExactly(2L);
    assertThat(
            found(
                new IncidentQuery(
                    null, null, start.plusSeconds(60), start.plusSeconds(120), null, null)))
        .containsExactly(2L);
    assertThat(found(new IncidentQuery(null, null, null, null, "0% D", null))).containsExactly(2L);
    assertThat(found(new IncidentQuery(null, null, null, null, "inc-3", null))).containsExactly(3L);
    assertThat(world.incidents().openCount(VIEWER)).isEqualTo(2);
    Page<IncidentSummary> first =
        world.incidents().list(VIEWER, IncidentQuery.all(), new PageRequest(2, null));
    assertThat(first.data()).extracting(IncidentSummary::incidentNumber).containsExactly(3L, 2L);
    assertThat(
            world
                .incidents()
                .list(VIEWER, IncidentQuery.all(), new PageRequest(2, first.nextCursor()))
                .data())
        .extracting(IncidentSummary::incidentNumber)
        .containsExactly(1L);
  }

  @Test
  void whoIsOnCallTakesCommand() {
    UUID alice = world.hire("alice");
    world.schedule("alice", null);
    world.ingest(firing("x", "critical"));
    assertThat(world.incident("1").commanderId()).isEqualTo(alice);
    assertThat(world.timelineTypes("1"))
        .containsExactly("incident_created", "commander_assigned", "nobody_paged");
  }

  @Test
  void badCommandsAreRejectedWithEveryFault() {
    assertThatThrownBy(() -> declare(" ", null)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> declare("x".repeat(501), null)).isInstanceOf(Rejected.class);
  }

  @Test
  void everyRoleMayOnlyDoItsOwn() {
    declare("x", null);
    assertThatThrownBy(() -> world.incidents().declare(VIEWER, command("x", null)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(
            () ->
                world
                    .incidents()
                    .change(VIEWER, "1", ChangeIncident.to(IncidentStatus.RESOLVED), null))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> world.incidents().require(World.SOURCE, "1"))
        .isInstanceOf(Forbidden.class);
    assertThat(world.incidents().require(ADMIN, "1")).isNotNull();
  }

  private List<Long> found(IncidentQuery query) {
    return world.incidents().list(VIEWER, query, PageRequest.first()).data().stream()
        .map(IncidentSummary::incidentNumber)
        .toList();
  }

  private IncidentView declare(String title, @Nullable IncidentSeverity severity) {
    return world.incidents().declare(AGENT, command(title, severity));
  }

  private static DeclareIncident command(String title, @Nullable IncidentSeverity severity) {
    return new DeclareIncident(title, severity, null);
  }
}
