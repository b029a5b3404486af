package dev.tocsin.incidents;

import static dev.tocsin.incidents.World.AGENT;
import static dev.tocsin.incidents.World.VIEWER;
import static dev.tocsin.incidents.World.alert;
import static dev.tocsin.incidents.World.firing;
import static dev.tocsin.incidents.World.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incidents.internal.EscalationSteps;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.time.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RacesTest {

  @RegisterExtension static final World world = new World();

  @Test
  @Tag("regen-23")
  void fiftyAlertsOfOneGroupAtOnceMakeOneIncidentWithFiftyLinks() throws Exception {
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String json = alert("firing", "x", "critical", "host-" + i);
      requests.add(() -> world.ingest(json).incidentsCreated());
    }
    assertThat(atOnce(16, requests).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(incidents())
        .singleElement()
        .satisfies(i -> assertThat(i.alertCount()).isEqualTo(50));
  }

  @Test
  void oneAlertSentManyTimesAtOnceIsOneAlertAndOneIncident() throws Exception {
    List<Callable<IngestResult>> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.add(() -> world.ingest(firing("x", "critical")));
    }
    List<IngestResult> results = atOnce(10, requests);
    assertThat(results.stream().mapToInt(IngestResult::created).sum()).isEqualTo(1);
    assertThat(results.stream().mapToInt(IngestResult::updated).sum()).isEqualTo(19);
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void manyNodesPageEachStepOnce() throws Exception {
    world.hire("alice");
    world.hire("bob");
    world.rule("critical", world.policy("p", 0, tier(10, "alice"), tier(10, "bob")));
    for (int i = 0; i < 40; i++) {
      world.ingest(firing("x" + i, "critical"));
    }
    world.clock().advance(Duration.ofSeconds(10));
    EscalationSteps steps = world.get(EscalationSteps.class);
    List<Callable<Integer>> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(() -> steps.run(Times.now(world.clock())).done());
    }
    int done = atOnce(6, nodes).stream().mapToInt(Integer::intValue).sum();
    // a node that finds a row taken leaves it to the other; the next beat finds none left
    done += steps.run(Times.now(world.clock())).done();
    assertThat(done).isEqualTo(40);
    assertThat(world.announced(EscalationPaged.class)).hasSize(80);
    assertThat(
            world.announced(EscalationPaged.class).stream()
                .map(page -> page.number() + page.tierIndex()))
        .doesNotHaveDuplicates();
  }

  @RepeatedTest(15)
  @Tag("regen-29")
  @Tag("regen-31")
  void anAnswerAndAStepNeverCross() throws Exception {
    world.hire("alice");
    world.hire("bob");
    world.rule(
        "critical", world.policy("p", 0, tier(10, "alice"), tier(10, "bob"), tier(10, "alice")));
    world.ingest(firing("x", "critical"));
    world.clock().advance(Duration.ofSeconds(10));
    EscalationSteps steps = world.get(EscalationSteps.class);
    List<Callable<Boolean>> both =
        List.of(
            () -> steps.run(Times.now(world.clock())).failed() == 0,
            () ->
                world
                        .incidents()
                        .change(AGENT, "1", ChangeIncident.to(IncidentStatus.ACKNOWLEDGED), null)
                        .status()
                    == IncidentStatus.ACKNOWLEDGED);
    assertThat(atOnce(2, both)).containsExactly(true, true);
    world.pass(Duration.ofSeconds(30));
    assertThat(world.announced(EscalationPaged.class)).hasSizeLessThanOrEqualTo(2);
    assertThat(world.timelineTypes("1"))
        .filteredOn(type -> type.equals("escalated") || type.equals("status_changed"))
        .endsWith("status_changed");
  }

  @Test
  void alertsThatResolveAtOnceStillResolveTheirIncident() throws Exception {
    List<String> resolving = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      world.ingest(alert("firing", "x", "critical", "h" + i));
      resolving.add(alert("resolved", "x", "critical", "h" + i));
    }
    List<Callable<Integer>> requests = new ArrayList<>();
    resolving.forEach(json -> requests.add(() -> world.ingest(json).updated()));
    assertThat(atOnce(12, requests)).containsOnly(1);
    assertThat(world.incident("1").status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(world.announced(IncidentResolved.class)).hasSize(1);
  }

  @Test
  void whateverPeopleAndSourcesDoAtOnceNothingDeadlocks() throws Exception {
    world.hire("alice");
    world.rule("critical", world.policy("p", 9, tier(1, "alice")));
    for (int i = 0; i < 8; i++) {
      world.ingest(alert("firing", "g" + i % 2, "critical", "h" + i));
    }
    EscalationSteps steps = world.get(EscalationSteps.class);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String host = "h" + i % 8;
      String status = i % 3 == 0 ? "resolved" : "firing";
      String json = alert(status, "g" + i % 2, "critical", host);
      work.add(() -> world.ingest(json).received() == 1);
      work.add(
          () -> {
            world.clock().advance(Duration.ofMillis(500));
            return steps.run(Times.now(world.clock())).failed() == 0;
          });
      String ref = i % 2 == 0 ? "1" : "2";
      AddTimelineMessage message = AddTimelineMessage.saying("m" + i);
      work.add(() -> world.incidents().addTimelineMessage(AGENT, ref, message) != null);
    }
    assertThat(atOnce(12, work)).doesNotContain(false);
    world
        .db()
        .call(
            "incidents",
            manager ->
                assertThat(
                        manager
                            .createNativeQuery(
                                "SELECT count(*) FROM incidents.alert_payloads WHERE due_at IS NOT NULL"
                                    + " OR problems <> '[]'")
                            .getSingleResult()
                            .toString())
                    .isEqualTo("0"));
  }

  private List<IncidentSummary> incidents() {
    return world.incidents().list(VIEWER, IncidentQuery.all(), PageRequest.first()).data();
  }

  private static <T> List<T> atOnce(int threads, List<Callable<T>> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(work, 60, TimeUnit.SECONDS)) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
