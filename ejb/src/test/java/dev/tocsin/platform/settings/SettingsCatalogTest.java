package dev.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCatalogTest {

  private static final Setting<String> HOST = Setting.text("mail.host", "localhost");
  private static final Setting<String> TLS = Setting.choice("mail.tls", "none", "none", "tls");
  private static final Setting<String> PASSWORD = Setting.secret("mail.password");
  private static final Setting<Boolean> OPEN = Setting.flag("egress.open", false);
  private static final Setting<Long> PORT = Setting.number("mail.port", 25L, 1, 65_535);
  private static final Setting<List<String>> SOURCES = Setting.texts("ingest.sources");
  private static final Setting<UUID> FALLBACK = Setting.uuid("fallback_id");
  private static final SettingsCatalog CATALOG =
      new SettingsCatalog(
          List.<SettingGroup>of(() -> List.of(HOST, TLS, PASSWORD, OPEN, PORT, SOURCES, FALLBACK)));

  @Test
  void whatFitsPasses() {
    String json =
        "{'mail.host':'mx','mail.tls':'tls','mail.password':'','egress.open':true,'mail.port':587,"
            + "'ingest.sources':['a','b'],'fallback_id':'0195d9a4-7b1f-7c3e-8f00-000000000001'}";
    assertThat(CATALOG.check(changes(json))).hasSize(7);
    assertThat(CATALOG.check(changes("{'mail.host':null,'mail.port':null}"))).hasSize(2);
    assertThat(CATALOG.check(Map.of())).isEmpty();
  }

  @Test
  void everyFaultIsNamed() {
    String json =
        "{'mail.hots':'mx','mail.port':'25','mail.tls':'ssl','egress.open':'true','a/b~c':1}";
    assertThatThrownBy(() -> CATALOG.check(changes(json)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(
                        tuple("/a~1b~0c", "unknown"),
                        tuple("/egress.open", "type"),
                        tuple("/mail.hots", "unknown"),
                        tuple("/mail.port", "type"),
                        tuple("/mail.tls", "invalid")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mail.host; 1",
        "mail.host; true",
        "mail.host; {}",
        "mail.host; 'a\\u0000b'",
        "mail.port; 0",
        "mail.port; 65536",
        "mail.port; 25.5",
        "mail.port; 99999999999999999999",
        "mail.port; true",
        "egress.open; 1",
        "ingest.sources; 'a'",
        "ingest.sources; [1]",
        "ingest.sources; [null]",
        "ingest.sources; {}",
        "fallback_id; '1-1-1-1-1'",
        "fallback_id; 'x'",
        "mail.password; 7",
        "mail.password; {'set':true}"
      },
      quoteCharacter = '"')
  void whatDoesNotFitIsRejected(String key, String value) {
    assertThatThrownBy(() -> CATALOG.check(changes("{'" + key + "':" + value + "}")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining(key);
  }

  @Test
  void aTextHasALimit() {
    assertThatThrownBy(() -> CATALOG.check(changes("{'mail.host':'" + "x".repeat(10_001) + "'}")))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void oneKeyIsAnnouncedOnce() {
    assertThatThrownBy(
            () ->
                new SettingsCatalog(
                    List.<SettingGroup>of(
                        () -> List.of(HOST), () -> List.of(Setting.secret("mail.host")))))
        .hasMessageContaining("mail.host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mail", "mail.", ".mail", "mail host", "mail..host", "1mail"})
  void aKeyHasAForm(String key) {
    assertThatThrownBy(() -> Setting.text(key, null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnsetSettingHasItsDefault() {
    SecretBox box = TestKeys.box(1);
    assertThat(Settings.value(HOST, null, box)).isEqualTo("localhost");
    assertThat(Settings.value(PASSWORD, null, box)).isNull();
    assertThat(Settings.value(SOURCES, null, box)).isEmpty();
    assertThat(Settings.value(PORT, json("587"), box)).isEqualTo(587);
    assertThat(Settings.value(PASSWORD, json("'" + box.seal("s") + "'"), box)).isEqualTo("s");
  }

  @Test
  void aStoredValueThatNoLongerFitsGivesWayToTheDefault() {
    assertThat(Settings.value(PORT, json("'old'"), TestKeys.box(1))).isEqualTo(25);
  }

  private static Map<String, JsonNode> changes(String json) {
    return Json.read(json.replace('\'', '"'), new TypeReference<>() {});
  }

  private static JsonNode json(String json) {
    return Json.read(json.replace('\'', '"'), JsonNode.class);
  }
}
