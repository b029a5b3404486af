package dev.tocsin.incidents;

import static dev.tocsin.incidents.World.AGENT;
import static dev.tocsin.incidents.World.SOURCE;
import static dev.tocsin.incidents.World.VIEWER;
import static dev.tocsin.incidents.World.alert;
import static dev.tocsin.incidents.World.firing;
import static dev.tocsin.incidents.World.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incidents.internal.IncidentSettings;
import dev.tocsin.incidents.internal.OldAlertPayloads;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {

  @RegisterExtension static final World world = new World();

  @Test
  @Tag("regen-1")
  void aFiringAlertOpensAnIncident() {
    assertThat(world.ingest(firing("TestAlert", "critical")))
        .isEqualTo(new IngestResult("prometheus", 1, 1, 0, 1));
    IncidentView incident = world.incident("INC-1");
    assertThat(incident.severity()).isEqualTo(IncidentSeverity.CRITICAL);
    assertThat(incident.status()).isEqualTo(IncidentStatus.TRIGGERED);
    assertThat(incident.title()).isEqualTo("TestAlert");
    assertThat(incident.alertCount()).isEqualTo(1);
    AlertSummary alert = alerts().get(0);
    assertThat(alert.externalId()).isEqualTo("7be345909cad64d6");
    assertThat(alert.incidentNumber()).isEqualTo("INC-1");
    assertThat(world.timeline("1").get(0))
        .satisfies(
            entry -> {
              assertThat(entry.type()).isEqualTo("incident_created");
              assertThat(entry.content())
                  .containsEntry("trigger", "alert")
                  .containsEntry("source", "prometheus")
                  .containsEntry("alert_id", alert.id().toString())
                  .containsEntry("group_key", incident.groupKey());
            });
    assertThat(world.announced(IncidentTriggered.class)).hasSize(1);
  }

  @ParameterizedTest
  @Tag("regen-2")
  @CsvSource({"critical, CRITICAL", "warning, HIGH", "page, HIGH", "'', HIGH"})
  void theSeverityOfAnIncidentComesFromItsAlert(String word, IncidentSeverity severity) {
    assertThat(world.ingest(firing("x", word)).incidentsCreated()).isEqualTo(1);
    assertThat(world.incident("INC-1").severity()).isEqualTo(severity);
  }

  @Test
  @Tag("regen-2")
  void anInfoAlertIsKeptAndOpensNothing() {
    assertThat(world.ingest(firing("x", "info")))
        .isEqualTo(new IngestResult("prometheus", 1, 1, 0, 0));
    assertThat(alerts()).hasSize(1);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void anAlertThatBecomesBadEnoughOpensAnIncident() {
    String mild = "{\"fingerprint\":\"f\",\"labels\":{\"alertname\":\"x\",\"severity\":\"info\"}}";
    world.ingest(mild);
    assertThat(world.ingest(mild.replace("info", "critical")).incidentsCreated()).isEqualTo(1);
    assertThat(world.ingest(mild.replace("info", "warning")).incidentsCreated()).isZero();
    assertThat(world.ingest(mild).incidentsCreated()).isZero();
    assertThat(incidents()).hasSize(1);
  }

  @Test
  @Tag("regen-4")
  void aLargeBatchIsTakenWhole() {
    String[] alerts =
        IntStream.range(0, 150)
            .mapToObj(i -> alert("firing", "x", "critical", "h" + i))
            .toArray(String[]::new);
    assertThat(world.ingest(alerts)).isEqualTo(new IngestResult("prometheus", 150, 150, 0, 1));
    assertThat(world.incident("INC-1").alertCount()).isEqualTo(150);
  }

  @ParameterizedTest
  @Tag("regen-4")
  @ValueSource(strings = {"{\"alerts\":[]}", "{}", "[]", "nonsense", ""})
  void whatIsNoPayloadIsRejectedAndNotStored(String body) {
    assertThatThrownBy(
            () -> world.alerts().ingest(SOURCE, new IngestAlerts("prometheus", null, body)))
        .isInstanceOf(Rejected.class);
    assertThat(payloads()).isZero();
  }

  @Test
  void whatIsOddIsStoredAsItCameAndCostsNobodyElse() {
    String odd =
        "{\"alerts\":[42,{\"labels\":{\"alertname\":\"a\\u0000b\",\"n\":1}}],\"x\":\"\\u0000\"}";
    IngestResult result = world.alerts().ingest(SOURCE, new IngestAlerts("prometheus", "key", odd));
    assertThat(result).isEqualTo(new IngestResult("prometheus", 2, 1, 0, 1));
    List<?> stored =
        rowsOf("SELECT body || problems || (due_at IS NULL) FROM incidents.alert_payloads");
    assertThat(stored.toString()).isEqualTo("[" + odd + "[\"alerts/0 is not an object\"]true]");
  }

  @Test
  @Tag("regen-5")
  void aRepeatChangesNothingButWhenItWasLastHeard() {
    world.ingest(firing("x", "critical"));
    AlertView first = world.alerts().require(VIEWER, alerts().get(0).id());
    world.clock().advance(Duration.ofHours(1));
    assertThat(world.ingest(firing("x", "critical")))
        .isEqualTo(new IngestResult("prometheus", 1, 0, 1, 0));
    AlertView second = world.alerts().require(VIEWER, first.id());
    assertThat(alerts()).hasSize(1);
    assertThat(second.receivedAt()).isEqualTo(first.receivedAt());
    assertThat(second.lastReceivedAt()).isEqualTo(world.clock().instant());
    assertThat(second.startedAt()).isEqualTo(first.startedAt());
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void receivedAtCannotBeChangedEvenInSql() {
    world.ingest(firing("x", "critical"));
    assertThatThrownBy(() -> world.db().sql("UPDATE incidents.alerts SET received_at = now()"))
        .rootCause()
        .hasMessageContaining("when an alert was first received never changes");
  }

  @Test
  @Tag("regen-6")
  void firingAgainAfterTheEndIsANewEpisodeWithANewIncidentAndAPage() {
    world.hire("alice");
    world.rule("critical", world.policy("p", 0, World.tier(300, "alice")));
    world.ingest(firing("x", "critical"));
    world.clock().advance(Duration.ofSeconds(30));
    assertThat(world.ingest(resolved("x", "critical")).incidentsCreated()).isZero();
    AlertSummary ended = alerts().get(0);
    assertThat(ended.status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(ended.endedAt()).isEqualTo(world.clock().instant());
    assertThat(world.incident("INC-1").status()).isEqualTo(IncidentStatus.RESOLVED);

    world.clock().advance(Duration.ofSeconds(30));
    assertThat(world.ingest(firing("x", "critical")))
        .isEqualTo(new IngestResult("prometheus", 1, 0, 1, 1));
    AlertView again = world.alerts().require(VIEWER, ended.id());
    assertThat(again.episode()).isEqualTo(2);
    assertThat(again.endedAt()).isNull();
    assertThat(again.incidentNumber()).isEqualTo("INC-2");
    assertThat(world.incident("INC-2").status()).isEqualTo(IncidentStatus.TRIGGERED);
    assertThat(world.announced(EscalationPaged.class))
        .extracting(EscalationPaged::number)
        .containsExactly("INC-1", "INC-2");
  }

  @Test
  @Tag("regen-7")
  void anAlertThatIsOverWhenItIsFirstSeenIsOnlyKept() {
    assertThat(world.ingest(resolved("x", "critical")))
        .isEqualTo(new IngestResult("prometheus", 1, 1, 0, 0));
    assertThat(alerts().get(0).status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(incidents()).isEmpty();
    assertThat(world.announced(IncidentEvent.class)).isEmpty();
  }

  @Test
  @Tag("regen-19")
  void alertsOfOneNameShareAnIncident() {
    assertThat(world.ingest(alert("firing", "HighCPU", "critical", "web-01")).incidentsCreated())
        .isEqualTo(1);
    world.clock().advance(Duration.ofSeconds(299));
    assertThat(world.ingest(alert("firing", "HighCPU", "critical", "web-02")).incidentsCreated())
        .isZero();
    IncidentView incident = world.incident("INC-1");
    assertThat(incident.groupKey())
        .isEqualTo("a24d49c33ae694646f8ddd028ae66c3d7060f98f99c0e35164982516b0f5cf10");
    assertThat(incident.alertCount()).isEqualTo(2);
    assertThat(world.timelineTypes("INC-1")).containsOnlyOnce("alert_linked");
    assertThat(world.incidents().alerts(VIEWER, "INC-1")).hasSize(2);
  }

  @Test
  @Tag("regen-21")
  void theWindowIsCountedFromTheIncidentsCreationAndDoesNotSlide() {
    world.ingest(alert("firing", "x", "critical", "a"));
    world.clock().advance(Duration.ofSeconds(200));
    world.ingest(alert("firing", "x", "critical", "b"));
    world.clock().advance(Duration.ofSeconds(101));
    assertThat(world.ingest(alert("firing", "x", "critical", "c")).incidentsCreated()).isEqualTo(1);
    assertThat(incidents()).hasSize(2);
  }

  @Test
  void anAlertNeverJoinsAnIncidentThatIsOver() {
    world.ingest(alert("firing", "x", "critical", "a"));
    world.move("INC-1", IncidentStatus.RESOLVED);
    assertThat(world.ingest(alert("firing", "x", "critical", "b")).incidentsCreated()).isEqualTo(1);
    assertThat(world.incident("INC-1").alertCount()).isEqualTo(1);
  }

  @Test
  @Tag("regen-22")
  void anAlertWithoutTheLabelsOfAnyRuleIsNotGrouped() {
    world.ingest("{\"labels\":{\"a\":\"1\"}}", "{\"labels\":{\"a\":\"2\"}}");
    assertThat(incidents()).hasSize(2);
    IncidentView incident = world.incident("INC-1");
    assertThat(incident.groupKey()).isNull();
    assertThat(incident.labels()).containsEntry("a", "1");
  }

  @Test
  void anIncidentIsResolvedOnceAllItsAlertsAre() {
    world.ingest(alert("firing", "x", "critical", "a"), alert("firing", "x", "critical", "b"));
    world.ingest(alert("resolved", "x", "critical", "a"));
    assertThat(world.incident("INC-1").status()).isEqualTo(IncidentStatus.TRIGGERED);
    world.ingest(alert("resolved", "x", "critical", "b"));
    IncidentView incident = world.incident("INC-1");
    assertThat(incident.status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(incident.resolvedAt()).isEqualTo(world.clock().instant());
    assertThat(world.timelineTypes("INC-1"))
        .contains("alert_resolved", "alert_linked")
        .endsWith("status_changed");
    TimelineEntryView last = world.timeline("INC-1").get(world.timeline("INC-1").size() - 1);
    assertThat(last.actorType()).isEqualTo("system");
    assertThat(last.content())
        .containsEntry("previous_status", "triggered")
        .containsEntry("new_status", "resolved")
        .containsEntry("reason", "all alerts are resolved");
    assertThat(world.announced(IncidentResolved.class)).hasSize(1);
  }

  @Test
  @Tag("regen-31")
  void withoutAutoResolveTheIncidentStaysOpenButNobodyMoreIsPaged() {
    world.set(IncidentSettings.AUTO_RESOLVE, false);
    world.hire("alice");
    world.rule("critical", world.policy("p", 3, World.tier(10, "alice")));
    world.ingest(firing("x", "critical"));
    world.ingest(resolved("x", "critical"));
    assertThat(world.incident("INC-1").status()).isEqualTo(IncidentStatus.TRIGGERED);
    world.pass(Duration.ofSeconds(30));
    assertThat(world.announced(EscalationPaged.class)).hasSize(1);

    assertThat(world.ingest(firing("x", "critical")).incidentsCreated()).isZero();
    assertThat(world.timelineTypes("INC-1")).endsWith("alert_refired");
  }

  @Test
  void whatWasStoredButNotJudgedIsJudgedLaterAndOnlyOnce() {
    world.ingest(firing("x", "critical"));
    world
        .db()
        .sql(
            "INSERT INTO incidents.alert_payloads"
                + " SELECT gen_random_uuid(), source, null, 'am', received_at + interval '1 second',"
                + " replace(body, '\"x\"', '\"y\"'), received_at + interval '61 seconds', 0, null,"
                + " '[]', 1 FROM incidents.alert_payloads");
    world.clock().advance(Duration.ofSeconds(60));
    world.beat();
    assertThat(incidents()).hasSize(1);
    world.clock().advance(Duration.ofSeconds(1));
    world.beat();
    world.beat();
    assertThat(incidents()).hasSize(2);
    assertThat(
            rowsOf("SELECT count(*) FROM incidents.alert_payloads WHERE due_at IS NOT" + " NULL")
                .toString())
        .isEqualTo("[0]");
  }

  @Test
  void aRequestIsDeletedOnceItIsOldAndJudged() {
    world.ingest(firing("x", "critical"));
    world.ingest(firing("y", "critical"));
    world
        .db()
        .sql(
            "UPDATE incidents.alert_payloads SET judged_at = null, due_at = received_at"
                + " WHERE body LIKE '%\"y\"%'");
    OldAlertPayloads purge = world.get(OldAlertPayloads.class);
    Instant aMonthLater = world.clock().instant().plus(Duration.ofDays(30));
    assertThat(purge.run(aMonthLater).done()).isZero();
    assertThat(purge.run(aMonthLater.plus(Duration.ofMinutes(10))).done()).isEqualTo(1);
    assertThat(rowsOf("SELECT body LIKE '%\"y\"%' FROM incidents.alert_payloads").toString())
        .isEqualTo("[true]");
  }

  @Test
  void aRequestThatIsJudgedLateDoesNotUndoWhatCameAfterIt() {
    world.ingest(firing("x", "critical"));
    world.db().sql("UPDATE incidents.alert_payloads SET due_at = received_at");
    world.clock().advance(Duration.ofSeconds(5));
    world.ingest(resolved("x", "critical"));
    world.beat();
    assertThat(alerts().get(0).status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void alertsAreFilteredAndPaged() {
    world.ingest(
        firing("disk 100%", "critical"), firing("cpu_load", "warning"), firing("net", "info"));
    world.ingest(resolved("net", "info"));
    assertThat(found(new AlertQuery("prometheus", null, null, null, "100%")))
        .containsExactly("disk 100%");
    assertThat(found(new AlertQuery(null, null, null, null, "U_L"))).containsExactly("cpu_load");
    assertThat(found(new AlertQuery("grafana", null, null, null, null))).isEmpty();
    assertThat(found(new AlertQuery(null, AlertStatus.RESOLVED, null, null, null)))
        .containsExactly("net");
    assertThat(found(new AlertQuery(null, null, AlertSeverity.WARNING, null, null)))
        .containsExactly("cpu_load");
    assertThat(found(new AlertQuery(null, null, null, "INC-1", null))).containsExactly("disk 100%");
    Page<AlertSummary> first =
        world.alerts().list(VIEWER, AlertQuery.all(), new PageRequest(2, null));
    assertThat(first.data()).extracting(AlertSummary::title).containsExactly("net", "cpu_load");
    assertThat(
            world
                .alerts()
                .list(VIEWER, AlertQuery.all(), new PageRequest(2, first.nextCursor()))
                .data())
        .extracting(AlertSummary::title)
        .containsExactly("disk 100%");
  }

  @Test
  @Tag("regen-29")
  void theFirstWhoAcknowledgesAnAlertStaysAndIsWrittenDownOnce() {
    world.hire("alice");
    world.hire("bob");
    world.rule("critical", world.policy("p", 0, World.tier(10, "alice"), World.tier(10, "bob")));
    world.ingest(firing("x", "critical"));
    Instant acknowledged = world.clock().instant();
    AlertSummary alert = alerts().get(0);
    AcknowledgeAlert command = new AcknowledgeAlert(null, null);
    world.alerts().acknowledge(AGENT, alert.id(), command);
    world.clock().advance(Duration.ofSeconds(5));
    AlertView second = world.alerts().acknowledge(World.ADMIN, alert.id(), command);
    assertThat(second.acknowledgmentStatus()).isEqualTo(AcknowledgmentStatus.ACKNOWLEDGED);
    assertThat(second.acknowledgedBy()).isEqualTo("gus");
    assertThat(second.acknowledgedAt()).isEqualTo(acknowledged);
    world.pass(Duration.ofSeconds(30));
    assertThat(world.pages(acknowledged)).containsExactly("alice 0/0 +0");
    assertThat(world.timelineTypes("INC-1"))
        .containsOnlyOnce("alert_acknowledged", "status_changed", "escalation_stopped");
  }

  @Test
  void unknownSourcesAlertsAndRolesAreRefused() {
    assertThatThrownBy(() -> world.alerts().ingest(SOURCE, new IngestAlerts("nagios", null, "{}")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> world.alerts().ingest(VIEWER, new IngestAlerts("prometheus", null, "{}")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> world.alerts().list(SOURCE, AlertQuery.all(), PageRequest.first()))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> world.alerts().require(VIEWER, new UUID(1, 1)))
        .isInstanceOf(NotFound.class);
  }

  private List<String> found(AlertQuery query) {
    return world.alerts().list(VIEWER, query, PageRequest.first()).data().stream()
        .map(AlertSummary::title)
        .toList();
  }

  private List<AlertSummary> alerts() {
    return world.alerts().list(VIEWER, AlertQuery.all(), PageRequest.first()).data();
  }

  private List<IncidentSummary> incidents() {
    return world.incidents().list(VIEWER, IncidentQuery.all(), PageRequest.first()).data();
  }

  private long payloads() {
    return Long.parseLong(
        rowsOf("SELECT count(*) FROM incidents.alert_payloads").get(0).toString());
  }

  private static List<?> rowsOf(String sql) {
    return world.db().call("incidents", manager -> manager.createNativeQuery(sql).getResultList());
  }
}
