package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product's main job, nothing simulated: a real Alertmanager raises an alert, the person on
 * call is paged, nobody answers, the next is paged, somebody acknowledges, paging stops, the alert
 * ends.
 */
class MainJobIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  void anAlertPagesWhoIsOnCallThenTheNextUntilSomebodyAcknowledges(@TempDir Path directory) {
    Api admin = tocsin.admin();
    String alice = tocsin.newUser("alice", "agent");
    String bob = tocsin.newUser("bob", "agent");
    String policy = tocsin.newPolicy(tocsin.newSchedule(alice), bob, 3);
    admin
        .put(
            "/api/v1/escalation-policies/severity-rules/critical",
            Map.of("escalation_policy_id", policy))
        .expect(200);

    try (WebhookReceiver receiver = new WebhookReceiver();
        Alertmanager alertmanager =
            new Alertmanager(directory, tocsin.baseUri(), tocsin.newToken("ingest"))) {
      Answer subscription = tocsin.subscribe(receiver, "escalation.*");
      String alertname = tocsin.unique("DiskFull");
      Map<String, String> labels =
          Map.of("alertname", alertname, "severity", "critical", "host", "db-1");

      alertmanager.fire(labels, "Disk is full");
      await("alice is paged")
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(tocsin.mailTo(alice)).as(tocsin.pagingStory()).hasSize(1));
      await("bob is paged, as nobody acknowledged")
          .atMost(SOON)
          .until(() -> tocsin.mailTo(bob).size() == 1);
      assertThat(tocsin.mailTo(alice)).hasSize(1);

      Answer incident = tocsin.incidentTitled(alertname);
      String path = "/api/v1/incidents/" + incident.at("/incident_number");
      assertThat(incident.at("/severity")).isEqualTo("critical");
      assertThat(incident.at("/status")).isEqualTo("triggered");
      assertThat(admin.get("/api/v1/incidents/" + incident.at("/id")).at("/id"))
          .isEqualTo(incident.at("/id"));

      List<WebhookReceiver.Received> paged = receiver.ofType("escalation.paged");
      assertThat(paged).hasSize(2);
      assertThat(paged).allMatch(request -> request.signedWith(subscription.at("/secret")));
      assertThat(paged).extracting(WebhookReceiver.Received::id).doesNotHaveDuplicates();

      admin.patch(path, Map.of("status", "acknowledged")).expect(200);
      await("paging has stopped")
          .atMost(SOON)
          .until(() -> receiver.ofType("escalation.stopped").size() == 1);

      alertmanager.resolve(labels, "Disk is full");
      await("the incident shows that the alert has ended")
          .atMost(SOON)
          .until(() -> admin.get(path).at("/status").equals("resolved"));
      assertThat(tocsin.mailTo(alice)).hasSize(1);
      assertThat(tocsin.mailTo(bob)).hasSize(1);

      Answer timeline = admin.get(path + "/timeline").expect(200);
      assertThat(timeline.json().at("/data").findValuesAsText("type"))
          .containsSubsequence(
              "incident_created",
              "escalated",
              "escalated",
              "status_changed",
              "escalation_stopped",
              "alert_resolved",
              "status_changed");
      assertThat(admin.get("/api/v1/alerts?incident_id=" + incident.at("/id")).at("/data/0/status"))
          .isEqualTo("resolved");
      assertThat(
              admin
                  .get("/api/v1/deliveries?state=sent&incident_id=" + incident.at("/id"))
                  .json()
                  .at("/data"))
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  @Tag("regen-41")
  void whoStandsInIsMailedAtTheHandoffAndAShiftPassesFromOneToTheOther() {
    String alice = tocsin.newUser("alice", "agent");
    String bob = tocsin.newUser("bob", "agent");
    String path = "/api/v1/schedules/" + tocsin.newSchedule(alice);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    tocsin
        .admin()
        .post(
            path + "/overrides",
            Map.of(
                "user_name",
                bob,
                "start",
                now.plusSeconds(6).toString(),
                "end",
                now.plusSeconds(9).toString()))
        .expect(201);

    Map<String, Object> offer =
        Map.of(
            "other", Map.of("user_name", bob),
            "gives",
                Map.of(
                    "start",
                    now.plusSeconds(7200).toString(),
                    "end",
                    now.plusSeconds(10_800).toString()));
    String request =
        path
            + "/swap-requests/"
            + signIn(alice).post(path + "/swap-requests", offer).expect(201).at("/id");
    Api bobs = signIn(bob);
    assertThat(bobs.send("POST", request + "/accept", "").expect(200).at("/state"))
        .isEqualTo("accepted");
    bobs.send("POST", request + "/accept", "").expectProblem(409, "illegal_transition");
    assertThat(bobs.get(path + "/oncall?at=" + now.plusSeconds(8000)).at("/user_name"))
        .isEqualTo(bob);

    await("both hear that bob takes over and that alice is back")
        .atMost(SOON)
        .untilAsserted(
            () -> {
              for (String person : List.of(alice, bob)) {
                assertThat(subjects(person)).filteredOn(s -> s.endsWith("now: " + bob)).hasSize(1);
                assertThat(subjects(person))
                    .filteredOn(s -> s.endsWith("now: " + alice))
                    .hasSize(1);
              }
            });
    assertThat(subjects(bob)).anyMatch(subject -> subject.startsWith(alice + " asks for a swap"));
    assertThat(subjects(alice)).anyMatch(subject -> subject.endsWith("accepted"));
  }

  private static Api signIn(String handle) {
    return tocsin.signIn(handle + "@example.org", TestSystem.PASSWORD);
  }

  private static List<String> subjects(String handle) {
    return tocsin.mailTo(handle).stream().map(MainJobIT::subject).toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
