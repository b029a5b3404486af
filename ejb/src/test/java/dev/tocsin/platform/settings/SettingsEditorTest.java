package dev.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsEditorTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("platform");

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final SecretBox BOX = TestKeys.box(1);
  private static final SettingsCatalog CATALOG =
      new SettingsCatalog(
          List.<SettingGroup>of(
              () ->
                  List.of(
                      Setting.text("mail.host", "localhost"),
                      Setting.texts("ingest.sources"),
                      Setting.secret("mail.password"))));

  @BeforeEach
  void empty() {
    db.sql("TRUNCATE platform.setting; TRUNCATE platform.secret_key");
  }

  @Test
  void whatChangedIsStoredAndTold() {
    assertThat(change("{'mail.host':'mx','ingest.sources':['a']}"))
        .isEqualTo(
            Map.of(
                "ingest.sources", Map.of("from", json("[]"), "to", json("['a']")),
                "mail.host", Map.of("from", json("'localhost'"), "to", json("'mx'"))));
    assertThat(stored()).containsOnlyKeys("mail.host", "ingest.sources");
    assertThat(change("{'mail.host':'mx2'}").toString()).contains("\"mx\"").contains("\"mx2\"");
    assertThat(stored("mail.host").asText()).isEqualTo("mx2");
  }

  @Test
  void whatStaysTheSameIsNoChange() {
    change("{'mail.host':'mx'}");
    assertThat(change("{'mail.host':'mx'}")).isEmpty();
    assertThat(change("{'ingest.sources':null}")).isEmpty();
  }

  @Test
  void nullSetsBackToTheDefault() {
    change("{'mail.host':'mx'}");
    assertThat(change("{'mail.host':null}")).containsOnlyKeys("mail.host");
    assertThat(stored()).isEmpty();
  }

  @Tag("ticketpulse-35")
  @Test
  void aSecretIsStoredSealedAndABlankOneKeepsIt() {
    assertThat(change("{'mail.password':'hunter2'}")).hasToString("{mail.password={secret=set}}");
    JsonNode sealed = stored("mail.password");
    assertThat(sealed.asText()).startsWith("enc:1:").doesNotContain("hunter2");
    assertThat(BOX.open(sealed.asText())).isEqualTo("hunter2");

    assertThat(change("{'mail.password':''}")).isEmpty();
    assertThat(change("{'mail.password':'  '}")).isEmpty();
    assertThat(stored()).containsEntry("mail.password", sealed);

    change("{'mail.password':'hunter2'}");
    assertThat(stored("mail.password")).isNotEqualTo(sealed);
    assertThat(change("{'mail.password':null}")).hasToString("{mail.password={secret=removed}}");
    assertThat(stored()).isEmpty();
  }

  @Test
  void manyWhoSetTheSameSettingAtOnceTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String value = "{'mail.host':'mx" + i + "'}";
        done.add(threads.submit(() -> change(value)));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored("mail.host")).isInstanceOf(TextNode.class);
  }

  @Test
  void aKeyIsRecognisedAtTheNextStart() {
    checkKeys(TestKeys.box(1));
    checkKeys(TestKeys.box(1, 2));
    checkKeys(TestKeys.box(2));
    String exchanged = TestKeys.text(3).replaceFirst("3:", "2:");
    assertThatThrownBy(() -> checkKeys(SecretBox.of(exchanged)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Key 2 of TOCSIN_SECRET_KEYS is not the key that this database was used with.");
  }

  private static void checkKeys(SecretBox box) {
    db.run("platform", em -> SecretKeyCheck.check(em, box, AT));
  }

  private static SortedMap<String, Map<String, Object>> change(String json) {
    Map<String, JsonNode> changes =
        Json.read(json.replace('\'', '"'), new TypeReference<Map<String, JsonNode>>() {});
    return db.call(
        "platform", em -> new SettingsEditor(em, BOX).apply(CATALOG.check(changes), "Ada", AT));
  }

  private static JsonNode json(String json) {
    return Json.read(json.replace('\'', '"'), JsonNode.class);
  }

  private static JsonNode stored(String key) {
    return stored().getOrDefault(key, NullNode.getInstance());
  }

  private static Map<String, JsonNode> stored() {
    return db.call("platform", StoredSettings::read);
  }
}
