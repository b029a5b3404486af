package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.launcher.Database;
import dev.tocsin.launcher.EmbeddedPostgres;
import dev.tocsin.launcher.TocsinServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, started at once: one page per intent, and either may die. */
class TwoNodesIT {

  private static EmbeddedPostgres postgres;
  private static TocsinServer one;
  private static TocsinServer two;
  private static Api admin;

  @BeforeAll
  static void startBothAtOnce() {
    Path directory = TestSystem.output().resolve("two-nodes");
    postgres = EmbeddedPostgres.start(directory);
    Database database = postgres.createDatabase("nodes_" + System.currentTimeMillis());
    String keys = TestSystem.secretKeys();
    CompletableFuture<TocsinServer> first =
        CompletableFuture.supplyAsync(
            () -> TestSystem.node(database, directory.resolve("one"), keys).start());
    two = TestSystem.node(database, directory.resolve("two"), keys).start();
    one = first.join();
    Api anonymous = Api.anonymous(one.baseUri());
    anonymous
        .post(
            "/api/v1/auth/bootstrap",
            Map.of("email", "admin@example.org", "name", "Ada", "password", TestSystem.PASSWORD))
        .expect(201);
    Answer login =
        anonymous
            .post(
                "/api/v1/auth/login",
                Map.of("email", "admin@example.org", "password", TestSystem.PASSWORD))
            .expect(200);
    admin =
        anonymous
            .with("Cookie", login.header("set-cookie").orElseThrow().split(";", 2)[0])
            .with("X-CSRF-Token", login.at("/csrf_token"));
    admin
        .patch(
            "/api/v1/settings",
            Map.of("egress.allowed_networks", List.of("127.0.0.1/32"), "egress.allow_http", true))
        .expect(200);
  }

  @AfterAll
  static void stop() {
    one.stop();
    two.stop();
    postgres.stop();
  }

  private static Answer subscribe(Api api, WebhookReceiver receiver, String type) {
    return api.post(
            "/api/v1/webhook-subscriptions",
            Map.of(
                "name",
                "h" + System.nanoTime(),
                "url",
                receiver.url(),
                "event_types",
                List.of(type)))
        .expect(201);
  }

  @Test
  void aSessionOfOneNodeWorksOnTheOtherAndEachSeesTheOthersChanges() {
    Api onTwo = admin.at(two.baseUri());
    assertThat(onTwo.get("/api/v1/auth/me").expect(200).at("/email"))
        .isEqualTo("admin@example.org");
    String id =
        onTwo
            .post("/api/v1/incidents", Map.of("title", "Seen on both", "severity", "low"))
            .expect(201)
            .at("/id");
    assertThat(admin.get("/api/v1/incidents").text()).contains(id);
    admin.patch("/api/v1/incidents/" + id, Map.of("status", "acknowledged")).expect(200);
    assertThat(onTwo.get("/api/v1/incidents/" + id).at("/status")).isEqualTo("acknowledged");
  }

  @Test
  void everyIntentIsSentOnceAndTheDeathOfANodeLeavesNoneUnsent() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      subscribe(admin, receiver, "incident.triggered");
      List<String> titles = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        titles.add("Two nodes " + i);
        Api node = i % 2 == 0 ? admin : admin.at(two.baseUri());
        node.post("/api/v1/incidents", Map.of("title", titles.get(i), "severity", "high"))
            .expect(201);
      }
      await("all are sent")
          .atMost(Duration.ofSeconds(60))
          .until(() -> receiver.received().size() >= titles.size());
      assertThat(receiver.received())
          .extracting(request -> request.json().at("/data/title").asText())
          .containsExactlyInAnyOrderElementsOf(titles);

      receiver.answer(503);
      List<String> late = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        late.add("Left by a dead node " + i);
        admin
            .at(two.baseUri())
            .post("/api/v1/incidents", Map.of("title", late.get(i), "severity", "high"))
            .expect(201);
      }
      two.kill();
      receiver.answer(204);
      await("the other node sends what the dead one left")
          .atMost(Duration.ofSeconds(150))
          .until(
              () ->
                  receiver.received().stream()
                      .filter(request -> request.answered() == 204)
                      .map(request -> request.json().at("/data/title").asText())
                      .toList()
                      .containsAll(late));
      assertThat(
              receiver.received().stream()
                  .filter(request -> request.answered() == 204)
                  .map(request -> request.json().at("/data/title").asText()))
          .doesNotHaveDuplicates();
      two.restart();
    }
  }
}
