package dev.tocsin.incidents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incidents.AlertSeverity;
import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.platform.error.Rejected;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerPayloadTest {

  @Test
  @Tag("regen-1")
  void anAlertWithoutAFingerprintIsKnownByTheHashOfItsLabels() {
    IncomingAlert alert =
        one("{\"labels\":{\"severity\":\"critical\",\"alertname\":\"TestAlert\"}}");
    assertThat(alert.externalId()).isEqualTo("7be345909cad64d6");
    assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(alert.status()).isEqualTo(AlertStatus.FIRING);
  }

  @Test
  void everyFieldOfTheRealThingIsRead() {
    IncomingPayload payload =
        AlertmanagerPayload.read(
            "{\"version\":\"4\",\"groupKey\":\"{}:{alertname=\\\"HighCPU\\\"}\",\"truncatedAlerts\":0,"
                + "\"status\":\"firing\",\"receiver\":\"tocsin\",\"groupLabels\":{},"
                + "\"commonLabels\":{},\"commonAnnotations\":{},\"externalURL\":\"http://am\","
                + "\"alerts\":[{\"status\":\"resolved\",\"labels\":{\"alertname\":\"HighCPU\","
                + "\"severity\":\"warning\"},\"annotations\":{\"summary\":\"s\",\"description\":\"d\"},"
                + "\"startsAt\":\"2026-03-01T10:00:00.123456789Z\","
                + "\"endsAt\":\"2026-03-01T12:00:00+01:00\","
                + "\"generatorURL\":\"http://prom\",\"fingerprint\":\"abc\"}]}");
    IncomingAlert alert = payload.alerts().get(0);
    assertThat(alert.externalId()).isEqualTo("abc");
    assertThat(alert.status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(alert.title()).isEqualTo("HighCPU");
    assertThat(alert.description()).isEqualTo("s");
    assertThat(alert.startedAt()).isEqualTo("2026-03-01T10:00:00.123456Z");
    assertThat(alert.endedAt()).isEqualTo("2026-03-01T11:00:00Z");
    assertThat(alert.raw().path("generatorURL").asText()).isEqualTo("http://prom");
    assertThat(payload.received()).isEqualTo(1);
  }

  @Test
  @Tag("regen-3")
  void titleAndDescriptionHaveTheirFallbacks() {
    assertThat(one("{\"annotations\":{\"description\":\"d\"}}"))
        .extracting(IncomingAlert::title, IncomingAlert::description)
        .containsExactly("Unknown Alert", "d");
  }

  @ParameterizedTest
  @Tag("regen-2")
  @CsvSource({
    "critical, CRITICAL",
    "CRITICAL, CRITICAL",
    "warning, WARNING",
    "page, WARNING",
    "'', WARNING",
    "info, INFO"
  })
  void severitiesThatNobodyKnowsAreWarnings(String word, AlertSeverity severity) {
    assertThat(one("{\"labels\":{\"severity\":\"" + word + "\"}}").severity()).isEqualTo(severity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"labels\":null,\"annotations\":[],\"startsAt\":5,\"status\":{}}",
        "{\"labels\":{\"alertname\":7,\"x\":{\"y\":1}},\"status\":\"strange\",\"startsAt\":\"soon\"}",
        "{\"labels\":{\"alertname\":\"a\\u0000b\\ud800\"},\"fingerprint\":\"\"}",
        "{\"startsAt\":\"0001-01-01T00:00:00Z\",\"endsAt\":\"0001-01-01T00:00:00Z\"}",
        "{\"startsAt\":\"+999999999-01-01T00:00:00Z\"}",
        "{\"labels\":{\"a\":\"1\",\"a\":\"2\"},\"unknown\":[1,2]}"
      })
  void anOddAlertIsStillAnAlertThatPages(String alert) {
    IncomingAlert read = one(alert);
    assertThat(read.status()).isEqualTo(AlertStatus.FIRING);
    assertThat(read.severity()).isEqualTo(AlertSeverity.WARNING);
    assertThat(read.startedAt()).isNull();
    assertThat(read.title()).isNotBlank().doesNotContain("\0");
    assertThat(read.externalId()).isNotBlank();
  }

  @Test
  void longIdsAndTitlesFitTheirColumns() {
    String name = "x".repeat(499) + "\uD83D\uDD25".repeat(5);
    IncomingAlert alert =
        one(
            "{\"fingerprint\":\""
                + "f".repeat(9000)
                + "\",\"labels\":{\"alertname\":\""
                + name
                + "\"}}");
    assertThat(alert.externalId()).startsWith("sha256:").hasSize(71);
    assertThat(alert.title()).hasSize(499);
  }

  @Test
  void whatIsNoAlertAtAllIsCountedAndNamed() {
    IncomingPayload payload = AlertmanagerPayload.read("{\"alerts\":[42,{},\"x\"]}");
    assertThat(payload.received()).isEqualTo(3);
    assertThat(payload.alerts()).hasSize(1);
    assertThat(payload.problems())
        .containsExactly("alerts/0 is not an object", "alerts/2 is not an object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "5",
        "null",
        "{}",
        "{\"alerts\":[]}",
        "{\"alerts\":{}}",
        "{\"alerts\":[{}]"
      })
  void whatIsNotOfThisDialectIsRejected(String body) {
    assertThatThrownBy(() -> AlertmanagerPayload.read(body)).isInstanceOf(Rejected.class);
  }

  @Property
  void textIsAlwaysStorable(@ForAll String text) {
    String clean = StorableText.of(text);
    assertThat(clean).hasSameSizeAs(text).doesNotContain("\0");
    assertThat(new String(clean.getBytes(UTF_8), UTF_8)).isEqualTo(clean);
  }

  @Test
  void theHashDoesNotDependOnTheOrderOfTheLabels() {
    assertThat(Fnv1a.ofLabels(Map.of("a", "1", "b", "2")))
        .isEqualTo(Fnv1a.ofLabels(Map.of("b", "2", "a", "1")))
        .isNotEqualTo(Fnv1a.ofLabels(Map.of("a", "2", "b", "1")));
    assertThat(Fnv1a.ofLabels(Map.of())).isEqualTo("cbf29ce484222325");
  }

  private static IncomingAlert one(String alert) {
    return AlertmanagerPayload.read("{\"alerts\":[" + alert + "]}").alerts().get(0);
  }
}
