package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's tools ask: Tocsin's own answers, not the server's. */
class OperationsIT {

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  void itIsAliveAndReady() {
    tocsin.anonymous().get("/health/live").expect(200);
    tocsin.anonymous().get("/health/ready").expect(200);
  }

  @Test
  void metricsShowEveryDueWork() {
    String metrics = tocsin.anonymous().get("/metrics").expect(200).text();
    assertThat(metrics)
        .contains("tocsin_work_lag_seconds{work=\"escalation-steps\"")
        .contains("tocsin_work_lag_seconds{work=\"sla-deadlines\"")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void theOpenApiDocumentNamesThePathsOfTheContract() {
    Answer openapi = tocsin.anonymous().get("/openapi").expect(200);
    assertThat(openapi.at("/openapi")).startsWith("3.");
    assertThat(openapi.json().at("/paths").has("/api/v1/tickets")).isTrue();
    assertThat(openapi.json().at("/paths").has("/api/v1/webhooks/{source}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/login", "/api/v1/setup", "/health/live"})
  void everyAnswerCarriesTheSecurityHeadersAndARequestId(String path) {
    Answer answer = tocsin.anonymous().get(path).expect(200);
    assertThat(answer.header("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.header("x-frame-options")).hasValue("DENY");
    assertThat(answer.header("referrer-policy")).isPresent();
    assertThat(answer.header("content-security-policy")).isPresent();
    assertThat(answer.header("x-request-id")).isPresent();
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("x-powered-by")).isEmpty();
  }

  @Test
  void theFallbackPolicyMustExistAndStaysWhileItIsNamed() {
    String policy =
        tocsin
            .admin()
            .post("/api/v1/escalation-policies", Map.of("name", tocsin.unique("Fallback")))
            .expect(201)
            .at("/id");
    Answer refused = fallBackTo("0195d9a4-7b1f-7c3e-8f00-000000000001").expect(400);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/global_fallback_policy_id");
    fallBackTo(policy).expect(200);
    String path = "/api/v1/escalation-policies/" + policy;
    assertThat(tocsin.admin().delete(path).expect(409).at("/code")).isEqualTo("policy_in_use");
    fallBackTo(null).expect(200);
    tocsin.admin().delete(path).expect(204);
  }

  private static Answer fallBackTo(@Nullable String policy) {
    return tocsin
        .admin()
        .patch("/api/v1/settings", Collections.singletonMap("global_fallback_policy_id", policy));
  }

  @Test
  void theAuditChainHolds() {
    tocsin.newCustomer();
    assertThat(
            tocsin
                .admin()
                .get("/api/v1/audit/verification")
                .expect(200)
                .json()
                .at("/intact")
                .asBoolean())
        .isTrue();
  }
}
