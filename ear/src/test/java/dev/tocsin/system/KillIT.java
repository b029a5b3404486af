package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** kill -9 at the two moments that matter: what was accepted is delivered all the same. */
class KillIT {

  private static final String STORING =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock' AND query LIKE '%inbound_raw%'";

  private static TestSystem tocsin;

  @BeforeAll
  static void start() {
    tocsin = TestSystem.ofItsOwn("kill");
  }

  @AfterAll
  static void stop() {
    tocsin.close();
  }

  private static void pageFor(String alice) {
    String policy = tocsin.newPolicy(tocsin.newSchedule(alice), alice, 600);
    tocsin
        .admin()
        .put(
            "/api/v1/escalation-policies/severity-rules/critical",
            Map.of("escalation_policy_id", policy))
        .expect(200);
  }

  @Test
  @Tag("regen-41")
  void killedBetweenTheAlertsAnswerAndTheSendThePageGoesOutOnceAfterTheRestart() {
    String alice = tocsin.newUser("alice", "agent");
    pageFor(alice);
    String bob = tocsin.newUser("bob", "agent");
    String schedule = tocsin.newSchedule(tocsin.newUser("carl", "agent"));
    // nobody listens at the mail server's port, so nothing can be sent before the kill
    tocsin.mail().stop();
    tocsin.alert(tocsin.unique("Killed"), "critical").expect(200);
    handOver(schedule, bob);
    tocsin.server().kill();
    tocsin.mail().start();
    assertThat(tocsin.mailTo(alice)).isEmpty();

    tocsin.server().restart();
    tocsin
        .admin()
        .patch("/api/v1/settings", Map.of("mail.port", tocsin.mail().getSmtp().getPort()));
    await("the page goes out")
        .atMost(TestSystem.soon().multipliedBy(3))
        .until(() -> tocsin.mailTo(alice).size() == 1);
    await("the shift is told, ahead and at the handoff")
        .atMost(TestSystem.soon())
        .until(() -> tocsin.mailTo(bob).size() == 2);
    await("once")
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> tocsin.mailTo(alice).size() == 1 && tocsin.mailTo(bob).size() == 2);
  }

  /** Puts somebody on call in two seconds and waits until it is so. */
  private static void handOver(String schedule, String handle) {
    Instant start = Instant.now().plusSeconds(2);
    tocsin
        .admin()
        .post(
            "/api/v1/schedules/" + schedule + "/overrides",
            Map.of(
                "user_name",
                handle,
                "start",
                start.toString(),
                "end",
                start.plusSeconds(7200).toString()))
        .expect(201);
    await("it is the other's turn")
        .atMost(TestSystem.soon())
        .until(
            () ->
                tocsin
                    .admin()
                    .get("/api/v1/schedules/" + schedule + "/oncall")
                    .at("/user_name")
                    .equals(handle));
  }

  @Test
  void killedBetweenSendAndRecordTheRepeatCarriesTheSameWebhookId() throws Exception {
    String alice = tocsin.newUser("alice", "agent");
    pageFor(alice);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      tocsin.subscribe(receiver, "escalation.paged");
      // the receiver takes the request and the server dies before it hears the answer
      receiver.holdAnswers();
      tocsin.alert(tocsin.unique("Repeat"), "critical").expect(200);
      await("it was sent").atMost(TestSystem.soon()).until(() -> receiver.received().size() == 1);
      tocsin.server().kill();
      receiver.releaseAnswers();
      tocsin.server().restart();

      await("it is sent again, as nobody knows that it arrived")
          .atMost(Duration.ofMinutes(2))
          .until(() -> receiver.received().size() == 2);
      await("and not a third time")
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> receiver.received().size() == 2);
      List<WebhookReceiver.Received> both = receiver.received();
      assertThat(both.get(1).id()).isEqualTo(both.get(0).id());
      assertThat(both.get(1).json().at("/data")).isEqualTo(both.get(0).json().at("/data"));
    }
  }

  @Test
  void aRecalculationThatIsKilledGoesOnAfterTheRestartAndNothingIsDoneTwice() throws Exception {
    Api admin = tocsin.admin();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<Map<String, String>> holidays =
        Stream.of(-1, 0, 1).map(day -> Map.of("date", today.plusDays(day).toString())).toList();
    Map<String, Object> calendar = Map.of("name", tocsin.unique("Off"), "time_zone", "UTC");
    Map<String, Object> closed = new HashMap<>(calendar);
    closed.put("holidays", holidays);
    String id = admin.post("/api/v1/sla/calendars", closed).expect(201).at("/id");
    String customer = tocsin.customerId(tocsin.newCustomer());
    Map<String, String> target =
        Map.of("metric", "resolution", "target", "PT1S", "calendar_id", id);
    admin
        .post(
            "/api/v1/sla/policies",
            Map.of(
                "name",
                "Off",
                "order",
                1,
                "conditions",
                Map.of("customer_id", List.of(customer)),
                "targets",
                List.of(target)))
        .expect(201);
    Map<String, String> ticket =
        Map.of("customer_id", customer, "subject", "s", "body", "b", "priority", "P3");
    List<String> tickets =
        Stream.generate(() -> admin.post("/api/v1/tickets", ticket).expect(201).at("/id"))
            .limit(3)
            .toList();

    String work;
    try (Connection busy = tocsin.hold(tickets.get(2))) {
      work = admin.put("/api/v1/sla/calendars/" + id, calendar).expect(200).at("/recalculation/id");
      await("all but the ticket that is held")
          .atMost(TestSystem.soon())
          .until(() -> progress(work).equals("running 2 0"));
      tocsin.server().kill();
      assertThat(busy.isValid(5)).isTrue();
    }
    tocsin.server().restart();

    await("the rest").atMost(TestSystem.soon()).until(() -> progress(work).equals("done 3 0"));
    String missed =
        "SELECT count(*) FROM %s WHERE %s IN (SELECT id FROM sla.clock WHERE calendar_id = '%s')";
    await("each deadline is missed")
        .atMost(TestSystem.soon())
        .until(() -> tocsin.number(missed.formatted("sla.breach", "clock_id", id)) == 3);
    for (String each : tickets) {
      assertThat(admin.get("/api/v1/tickets/" + each + "/history").expect(200).text())
          .containsOnlyOnce("sla_breached");
    }
  }

  private static String progress(String work) {
    Answer answer = tocsin.admin().get("/api/v1/sla/recalculations/" + work).expect(200);
    return String.join(" ", answer.at("/state"), answer.at("/done"), answer.at("/failed"));
  }

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
          + " AND datname = current_database() AND query LIKE '%ticketing.ticket %'";

  @Test
  void aReaderOfAMailboxThatIsKilledLeavesOneTicketOfEachMail() throws Exception {
    String customer = tocsin.customerId(tocsin.newCustomer());
    String desk = tocsin.unique("desk");
    GreenMailUser inbox = tocsin.mail().setUser(desk + "@example.org", desk, "secret");
    for (String subject : List.of("One", "Two", "Three")) {
      inbox.deliver(
          GreenMailUtil.createTextEmail(
              desk + "@example.org",
              "jo@acme.example",
              subject,
              "It burns",
              tocsin.mail().getImap().getServerSetup()));
    }
    String box;
    try (Connection busy =
        tocsin.holding("LOCK TABLE notifications.inbound_raw IN EXCLUSIVE MODE")) {
      box = tocsin.newMailbox(desk, Map.of("acme.example", customer));
      await("the first message is about to be stored")
          .atMost(TestSystem.soon())
          .until(() -> tocsin.number(STORING) == 1);
      tocsin.server().kill();
      assertThat(busy.isValid(5)).isTrue();
    }
    tocsin.server().restart();

    // changed, it is read at once; else when the lease of the dead reader has run out
    tocsin.admin().patch("/api/v1/mailboxes/" + box, Map.of("archive_folder", "Done")).expect(200);
    String accepted = "SELECT count(*) FROM notifications.inbound_mail WHERE state = 'accepted'";
    await("each comes in").atMost(TestSystem.soon()).until(() -> tocsin.number(accepted) == 3);
    assertThat(
            tocsin.number(
                "SELECT count(*) FROM ticketing.ticket WHERE customer_id = '" + customer + "'"))
        .isEqualTo(3);
    assertThat(tocsin.number("SELECT count(*) FROM notifications.inbound_mail")).isEqualTo(3);
  }

  @Test
  @Tag("support-31")
  void aClosedTicketIsStillClosedTheNextNumberUnusedAndNoFileHalfThere() throws Exception {
    Api admin = tocsin.admin();
    String customer = tocsin.newCustomer();
    Api client = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));
    Map<String, Object> ticket =
        Map.of("customer_id", customer, "subject", "Help", "body", "b", "priority", 1);
    String first = client.post("/support/tickets", ticket).expect(201).at("/id");
    client.post("/support/tickets/" + first + "/close", Map.of()).expect(200);

    String files = "/api/v1/tickets/" + first + "/attachments";
    long kept = tocsin.count("pg_largeobject_metadata");
    try (Connection busy = tocsin.hold(admin.get("/api/v1/tickets/" + first).at("/id"))) {
      CompletableFuture<Answer> upload =
          CompletableFuture.supplyAsync(() -> client.upload(files, "half.txt", new byte[500_000]));
      await("its bytes are written, its ticket is another's")
          .atMost(TestSystem.soon())
          .until(() -> tocsin.number(WAITING) == 1);
      tocsin.server().kill();
      assertThat(upload).failsWithin(TestSystem.soon());
      assertThat(busy.isValid(5)).isTrue();
    }
    tocsin.server().restart();

    assertThat(tocsin.count("pg_largeobject_metadata")).isEqualTo(kept);
    assertThat(client.get(files).expect(200).json().at("/data")).isEmpty();
    assertThat(client.get("/support/tickets/" + first).at("/status")).isEqualTo("closed");
    client.post("/support/tickets/" + first + "/close", Map.of()).expect(409);
    assertThat(client.post("/support/tickets", ticket).expect(201).at("/id")).isGreaterThan(first);
    admin.get("/api/v1/tickets/" + first).expect(200);
  }
}
