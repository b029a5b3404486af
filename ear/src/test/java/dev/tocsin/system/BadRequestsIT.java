package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may send: answered by the contract, and nothing is stored. */
class BadRequestsIT {

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  void everyFaultOfABodyIsNamedAtOnceAndNothingIsStored() {
    long before = tocsin.count("accounts.users");
    Answer answer =
        tocsin
            .admin()
            .send(
                "POST",
                "/api/v1/users",
                "{\"email\":5,\"name\":\"\",\"role\":\"owner\",\"colour\":\"red\"}");
    answer.expectProblem(400, "invalid");
    assertThat(answer.faults()).contains("/email", "/name", "/role", "/colour");
    assertThat(tocsin.count("accounts.users")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "5",
        "{\"subject\":\"a\u0000b\"}",
        "{}{}",
        "{\"a\":1,\"a\":2}"
      })
  void aBodyThatIsNoTicketIsRefused(String body) {
    Answer answer =
        tocsin
            .admin()
            .with("Content-Type", "application/json")
            .send("POST", "/api/v1/tickets", body);
    answer.expect(400);
    assertThat(answer.at("/code")).isNotEmpty();
  }

  @Test
  void unknownQueryParametersAreRefusedByName() {
    Answer answer = tocsin.admin().get("/api/v1/tickets?colour=red&limit=0");
    answer.expectProblem(400, "invalid");
    assertThat(answer.text()).contains("colour").contains("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "251", "-1", "x", "1.5", "99999999999"})
  void aLimitOutsideItsRangeIsRefused(String limit) {
    tocsin.admin().get("/api/v1/incidents?limit=" + limit).expectProblem(400, "invalid");
  }

  @Test
  void aForeignCursorIsRefused() {
    Answer answer = tocsin.admin().get("/api/v1/incidents?cursor=xyz");
    answer.expectProblem(400, "invalid");
    assertThat(answer.text()).contains("cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/tickets", "/support/tickets", "/api/v1/webhooks/prometheus"})
  void aBodyOfTwoMebibytesIsTooLarge(String path) {
    tocsin.admin().post(path, Map.of("subject", "x".repeat(2 * 1024 * 1024))).expect(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tickets", "/api/v1/incidents", "/api/v1/users", "/api/v1/settings",
        "/api/v1/audit", "/api/v1/deliveries", "/api/v1/schedules", "/support/tickets?customer_id=x"
      })
  void withoutACredentialNothingIsShown(String path) {
    for (Api stranger :
        List.of(
            tocsin.anonymous(),
            tocsin.anonymous().bearer("tcs_wrong"),
            tocsin.anonymous().with("Authorization", "Basic eDp5"),
            tocsin.anonymous().with("Cookie", "tocsin_session=stolen"))) {
      Answer answer = stranger.get(path).expect(401);
      assertThat(answer.header("www-authenticate")).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/no-such-thing,404",
    "GET,/api/v1/incidents/abc,400",
    "GET,/api/v1/incidents/999999,404",
    "DELETE,/api/v1/incidents,405",
    "GET,/api/v1/users/00000000-0000-0000-0000-000000000000,404",
  })
  void pathsThatLeadNowhereSaySo(String method, String path, int status) {
    tocsin.admin().send(method, path, "").expect(status);
  }

  @Test
  void sqlAndScriptAreJustText() {
    Api admin = tocsin.admin();
    String evil = "'; DROP TABLE ticketing.ticket; --<script>alert(1)</script>";
    String customerId = tocsin.customerId(tocsin.newCustomer());
    Map<String, Object> body = new HashMap<>();
    body.put("customer_id", customerId);
    body.put("subject", evil);
    body.put("body", evil);
    body.put("priority", "P3");
    body.put("tags", List.of(evil.substring(0, 30)));
    String id = admin.post("/api/v1/tickets", body).expect(201).at("/id");
    assertThat(admin.get("/api/v1/tickets/" + id).at("/subject")).isEqualTo(evil);
    admin.get("/api/v1/tickets?q=" + Encoding.url(evil)).expect(200);
    admin.get("/api/v1/tickets?tag=" + Encoding.url(evil)).expect(200);
    for (String parameter :
        List.of("status", "priority", "customer_id", "assignee_id", "sort", "sla")) {
      admin
          .get("/api/v1/tickets?" + parameter + "=" + Encoding.url(evil))
          .expectProblem(400, "invalid");
    }
  }

  @Test
  void aRoleThatMayNotIsRefused() {
    Api viewer = tocsin.anonymous().bearer(tocsin.newToken("viewer"));
    viewer.get("/api/v1/incidents").expect(200);
    viewer
        .post("/api/v1/incidents", Map.of("title", "x", "severity", "low"))
        .expectProblem(403, "role");
    Api ingest = tocsin.anonymous().bearer(tocsin.newToken("ingest"));
    ingest.get("/api/v1/incidents").expect(403);
    ingest.get("/api/v1/users").expect(403);
  }

  @Test
  void anIdempotencyKeyMakesAPostHappenOnce() {
    Api admin = tocsin.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Map.of("title", tocsin.unique("Once"), "severity", "low");
    Answer first = admin.post("/api/v1/incidents", body).expect(201);
    Answer second = admin.post("/api/v1/incidents", body).expect(201);
    assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    admin
        .post("/api/v1/incidents", Map.of("title", "Other", "severity", "low"))
        .expectProblem(422, "idempotency_key_reused");
  }

  @Test
  void aStaleVersionIsRefused() {
    Answer created =
        tocsin
            .admin()
            .post("/api/v1/incidents", Map.of("title", tocsin.unique("Stale"), "severity", "low"))
            .expect(201);
    String etag = created.header("etag").orElseThrow();
    Api careful = tocsin.admin().with("If-Match", etag);
    String path = "/api/v1/incidents/" + created.at("/id");
    careful.patch(path, Map.of("summary", "first")).expect(200);
    careful.patch(path, Map.of("summary", "second")).expectProblem(412, "stale");
    assertThat(tocsin.admin().get(path).at("/summary")).isEqualTo("first");
  }

  @Test
  void aTagNobodyGaveOutMatchesNothing() {
    String user = tocsin.admin().get("/api/v1/users?limit=1").at("/data/0/id");
    String customerId = tocsin.customerId(tocsin.newCustomer());
    Map<String, String> ticket =
        Map.of("customer_id", customerId, "subject", "s", "priority", "P3");
    String watchers =
        "/api/v1/tickets/" + tocsin.admin().post("/api/v1/tickets", ticket).at("/id") + "/watchers";
    tocsin.admin().post(watchers, Map.of("user_id", user)).expect(201);
    Api careful = tocsin.admin().with("If-Match", "\"7\"");
    careful.delete(watchers + "/" + user).expectProblem(412, "stale");
    careful.patch("/api/v1/settings", Map.of()).expectProblem(412, "stale");
    assertThat(tocsin.admin().get(watchers).json().at("/data")).hasSize(1);
    tocsin.admin().with("If-Match", "*").delete(watchers + "/" + user).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/ticket-views", "/api/v1/ticket-fields", "/api/v1/sla/calendars"})
  void listsThatAreShortHavePagesLikeEveryOther(String path) {
    assertThat(tocsin.admin().get(path + "?limit=1").expect(200).json().at("/data").size())
        .isLessThanOrEqualTo(1);
    tocsin.admin().get(path + "?limit=0").expectProblem(400, "invalid");
    tocsin.admin().get(path + "?cursor=xyz").expectProblem(400, "invalid");
  }

  @Test
  void aShortListIsReadToItsEndPageByPage() {
    Api admin = tocsin.admin();
    List<String> whole = admin.get("/api/v1/ticket-views").json().findValuesAsText("id");
    Answer first = admin.get("/api/v1/ticket-views?limit=3").expect(200);
    Answer rest =
        admin.get("/api/v1/ticket-views?limit=250&cursor=" + first.at("/next_cursor")).expect(200);
    List<String> read = new java.util.ArrayList<>(first.json().at("/data").findValuesAsText("id"));
    read.addAll(rest.json().at("/data").findValuesAsText("id"));
    assertThat(read).isEqualTo(whole).hasSizeGreaterThan(3);
    assertThat(rest.json().has("next_cursor")).isFalse();
  }
}
