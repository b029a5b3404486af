package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The support API as its clients know it: order of the checks, wording, leniency, tenants. */
class SupportApiIT {

  private static final TestSystem tocsin = TestSystem.shared();

  private final String customer = tocsin.newCustomer();
  private final String token = tocsin.newCustomerToken(customer);
  private final Api client = tocsin.anonymous().bearer(token);

  private String open() {
    return client.post("/support/tickets", ticket(Map.of())).expect(201).at("/id");
  }

  private Map<String, Object> ticket(Map<String, Object> other) {
    Map<String, Object> body = new HashMap<>();
    body.put("customer_id", customer);
    body.put("subject", "Help");
    body.put("body", "It is broken.");
    body.put("priority", 1);
    body.putAll(other);
    return body;
  }

  private static void assertError(Answer answer, int status, String sentence) {
    answer.expect(status);
    assertThat(answer.header("content-type").orElse("")).startsWith("application/json");
    assertThat(answer.json().properties()).hasSize(1);
    assertThat(answer.at("/error")).isEqualTo(sentence);
  }

  @Test
  @Tag("support-4")
  void customerAndSubjectAreRequired() {
    String sentence = "customer_id and subject are required";
    for (String body :
        List.of(
            "{\"customer_id\":\"\",\"subject\":\"\"}",
            "{}",
            "null",
            "{\"customer_id\":null,\"subject\":\"x\",\"priority\":1}",
            "{\"subject\":\"x\"}")) {
      assertError(client.send("POST", "/support/tickets", body), 400, sentence);
    }
    Map<String, Object> blank = ticket(Map.of("subject", " \t"));
    assertError(client.post("/support/tickets", blank), 400, sentence);
  }

  @Test
  @Tag("support-5")
  void aPriorityThatIsNoneIsRefusedAndNeverCritical() {
    for (Object priority : List.of("high", "1", 1.5, 1.0, true, List.of(1), 99, -1, 4)) {
      assertError(
          client.post("/support/tickets", ticket(Map.of("priority", priority))),
          400,
          "invalid request body");
    }
    Map<String, Object> without = ticket(Map.of());
    without.remove("priority");
    assertError(client.post("/support/tickets", without), 400, "invalid request body");
    assertThat(client.get("/support/tickets?customer_id=" + customer).json()).isEmpty();

    Map<String, Object> other = new HashMap<>();
    other.put("customer_id", tocsin.customerId(customer));
    other.put("subject", "Help");
    for (Object priority : List.of("P4", "high", 0, "p0", "")) {
      other.put("priority", priority);
      Answer answer = client.post("/api/v1/tickets", other).expect(400);
      assertThat(answer.faults()).containsExactly("/priority");
    }
    other.remove("priority");
    assertThat(client.post("/api/v1/tickets", other).expect(400).faults())
        .containsExactly("/priority");
  }

  @Test
  @Tag("support-6")
  void aBodyOfMoreThanOneMebibyteIsTooLarge() {
    Map<String, Object> large = ticket(Map.of("body", "x".repeat(1_048_577)));
    assertError(client.post("/support/tickets", large), 413, "request body too large");
    String path = "/support/tickets/" + open();
    assertError(client.post(path + "/comments", large), 413, "request body too large");
    assertThat(client.post(path + "/close", large).expect(200).at("/status"))
        .as("the body of a close is never read")
        .isEqualTo("closed");
  }

  @Test
  @Tag("support-7")
  void theSchemeIsBearerToTheLetter() {
    String missing = "missing or invalid authorization header";
    assertUnauthorized(tocsin.anonymous(), missing);
    assertUnauthorized(tocsin.anonymous().bearer("bad-token"), "invalid token");
    for (String header : List.of("Basic x", "bearer " + token, "BEARER " + token, token)) {
      assertUnauthorized(tocsin.anonymous().with("Authorization", header), missing);
    }
  }

  private void assertUnauthorized(Api stranger, String sentence) {
    Answer answer = stranger.get("/support/tickets?customer_id=" + customer);
    assertError(answer, 401, sentence);
    assertThat(answer.header("www-authenticate")).isPresent();
  }

  @Test
  @Tag("support-8")
  void anotherTenantIsDeniedWhetherOrNotItExists() {
    String other = tocsin.newCustomer();
    for (String foreign : List.of(other, "no-such-customer")) {
      assertError(
          client.post("/support/tickets", ticket(Map.of("customer_id", foreign))),
          403,
          "access denied");
      assertError(client.get("/support/tickets?customer_id=" + foreign), 403, "access denied");
    }
  }

  @Test
  @Tag("support-10")
  void aTicketThatIsNotThereIsNotFound() {
    for (String id : List.of("TKT-999999", "TKT-", "x", "TKT-99999999999999999999")) {
      String path = "/support/tickets/" + id;
      assertError(client.get(path), 404, "ticket not found");
      assertError(
          client.post(path + "/comments", Map.of("author", "a", "body", "b")),
          404,
          "ticket not found");
      assertError(client.post(path + "/close", Map.of()), 404, "ticket not found");
    }
  }

  @Test
  @Tag("support-11")
  @Tag("support-12")
  void aListIsTheCustomersNewestChangeFirstAndEmptyWhenThereIsNone() {
    assertError(client.get("/support/tickets"), 400, "customer_id query parameter is required");
    assertError(
        client.get("/support/tickets?customer_id="),
        400,
        "customer_id query parameter is required");
    String path = "/support/tickets?customer_id=" + customer;
    assertThat(client.get(path).expect(200).text()).isEqualTo("[]");
    String first = open();
    String second = open();
    assertThat(client.get(path).json().findValuesAsText("id")).containsExactly(second, first);
    client
        .post("/support/tickets/" + first + "/comments", Map.of("author", "a", "body", "b"))
        .expect(201);
    JsonNode list = client.get(path).json();
    assertThat(list.at("/0/id").asText()).isEqualTo(first);
    assertThat(list.at("/0/comments")).hasSize(1);
    assertThat(list.at("/1").has("comments")).isFalse();
  }

  @Test
  @Tag("support-13")
  void commentsAreNumberedAndSpokenByTheTokenWhateverTheAuthorSays() {
    String id = open();
    String path = "/support/tickets/" + id;
    Map<String, String> said = Map.of("author", "agent", "body", "Looking into it");
    Answer first = client.post(path + "/comments", said).expect(201);
    assertThat(first.at("/id")).isEqualTo(id + "-C1");
    assertThat(first.at("/author")).isEqualTo("agent");
    Answer second = client.post(path + "/comments", said).expect(201);
    assertThat(second.at("/id")).isEqualTo(id + "-C2");
    assertThat(client.get(path).at("/updated_at")).isEqualTo(second.at("/created_at"));

    Api admin = tocsin.admin();
    client
        .post("/api/v1/tickets/" + id + "/comments", Map.of("body", "as an agent, I promise"))
        .expect(201);
    assertThat(admin.get("/api/v1/tickets/" + id).json().has("first_answered_at"))
        .as("nobody speaks as an agent with a customer's token")
        .isFalse();
    assertThat(admin.get("/api/v1/tickets/" + id + "/comments").json().findValuesAsText("by_agent"))
        .containsExactly("false", "false", "false");
    for (String forged : List.of("by_agent", "author", "author_id", "display_name")) {
      client
          .post("/api/v1/tickets/" + id + "/comments", Map.of("body", "x", forged, "agent"))
          .expectProblem(400, "invalid");
    }
    client
        .post("/api/v1/tickets/" + id + "/comments", Map.of("body", "x", "visibility", "internal"))
        .expectProblem(403, "internal_comment");
  }

  @Test
  @Tag("support-14")
  void anAuthorIsRequiredOnceTheTicketIsKnown() {
    String path = "/support/tickets/" + open() + "/comments";
    for (Map<String, String> body :
        List.of(Map.of("author", "", "body", "x"), Map.of("author", "a"), Map.of("body", "b"))) {
      assertError(client.post(path, body), 400, "author and body are required");
    }
    assertError(client.send("POST", path, "{\"author\":"), 400, "invalid request body");
    assertError(client.send("POST", path, ""), 400, "invalid request body");
    assertError(
        client.send("POST", "/support/tickets/TKT-999999/comments", "{\"author\":"),
        404,
        "ticket not found");
  }

  @Test
  void bodiesAreReadAsTheClientsOfTheSupportPackageWriteThem() {
    String lenient =
        "{\"Customer_ID\":\""
            + customer
            + "\",\"SUBJECT\":\"Help\",\"Priority\":2,\"colour\":\"red\"} trailing {";
    Answer created =
        client.with("Content-Type", "text/plain").send("POST", "/support/tickets", lenient);
    assertThat(created.expect(201).at("/subject")).isEqualTo("Help");
    for (String body : List.of("", "{", "[]", "5", "\"x\"", "{\"subject\":5}")) {
      assertError(client.send("POST", "/support/tickets", body), 400, "invalid request body");
    }
  }

  @Test
  void noLengthAndNoMediaTypeIsAReasonToRefuse() {
    String subject = "long ".repeat(200);
    Api picky = client.with("Accept", "text/html");
    Answer created =
        picky
            .with("Content-Type", "text/html")
            .post("/support/tickets", ticket(Map.of("subject", subject, "body", "and more")));
    assertThat(created.expect(201).at("/subject")).hasSizeLessThanOrEqualTo(500).endsWith("…");
    assertThat(created.at("/body")).isEqualTo(subject + "\n\nand more");
    assertThat(created.header("content-type").orElse("")).startsWith("application/json");
    String path = "/support/tickets/" + created.at("/id");
    assertThat(
            picky
                .post(path + "/comments", Map.of("author", "a".repeat(300), "body", "b"))
                .expect(201)
                .at("/author"))
        .startsWith("aaa");
  }

  @Test
  void fieldsThatAreRequiredOfPeopleAreNotRequiredHere() {
    Api admin = tocsin.admin();
    String key = tocsin.unique("f").replaceAll("[^a-z0-9]", "_");
    Map<String, Object> field =
        Map.of("key", key, "label", "Room", "type", "text", "required", true);
    String id = admin.post("/api/v1/ticket-fields", field).expect(201).at("/id");
    try {
      Api agent = tocsin.anonymous().bearer(tocsin.newToken("agent"));
      agent.post("/support/tickets", ticket(Map.of())).expect(201);
      client.post("/support/tickets", ticket(Map.of())).expect(201);
      Map<String, Object> other =
          Map.of("customer_id", tocsin.customerId(customer), "subject", "Help", "priority", "P2");
      assertThat(agent.post("/api/v1/tickets", other).expect(400).faults())
          .containsExactly("/custom_fields/" + key);
    } finally {
      admin.delete("/api/v1/ticket-fields/" + id).expect(204);
    }
  }

  @Test
  void anotherMethodIsAnsweredWithThoseThereAreAndHeadLikeGet() {
    String path = "/support/tickets/" + open();
    Answer refused = client.delete(path).expect(405);
    assertThat(refused.header("allow").orElse("")).contains("GET").doesNotContain("DELETE");
    assertThat(refused.at("/error")).isNotEmpty();
    assertThat(client.get(path + "/close").expect(405).header("allow").orElse(""))
        .contains("POST")
        .doesNotContain("GET");
    Answer head = client.send("HEAD", path, "").expect(200);
    assertThat(head.text()).isEmpty();
    client.send("HEAD", "/support/tickets/TKT-999999", "").expect(404);
  }

  @Test
  void internalCommentsAreNowhereToBeSeenEvenForAnAgentsToken() {
    String id = open();
    tocsin
        .admin()
        .post(
            "/api/v1/tickets/" + id + "/comments",
            Map.of("body", "zeppelin leaks", "visibility", "internal"))
        .expect(201);
    for (Api reader : List.of(client, tocsin.admin())) {
      assertThat(reader.get("/support/tickets/" + id).expect(200).text())
          .doesNotContain("zeppelin");
      assertThat(reader.get("/support/tickets?customer_id=" + customer).expect(200).text())
          .doesNotContain("zeppelin");
    }
    for (String path : List.of("", "/comments", "/history")) {
      assertThat(client.get("/api/v1/tickets/" + id + path).expect(200).text())
          .doesNotContain("zeppelin")
          .doesNotContain("-N1");
    }
    assertThat(client.get("/api/v1/tickets?q=zeppelin").json().at("/data")).isEmpty();
    assertThat(tocsin.admin().get("/api/v1/tickets?q=zeppelin").text()).contains(id);
  }
}
