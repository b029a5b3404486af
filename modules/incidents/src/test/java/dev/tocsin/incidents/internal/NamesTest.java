package dev.tocsin.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @Tag("regen-24")
  @CsvSource({
    "High CPU on web-01, high-cpu-on-web-01",
    "Déjà vu_alert, dj-vu-alert",
    "!!!, incident",
    "--a--b--, a-b"
  })
  void slugsAreReadable(String title, String stem) {
    assertThat(Slug.of(title)).matches(stem + "-[0-9a-f]{8}");
  }

  @Property
  @net.jqwik.api.Tag("regen-24")
  void slugsAreUniqueAndShortWhateverTheTitle(@ForAll String title) {
    String slug = Slug.of(title);
    assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}").hasSizeLessThanOrEqualTo(50);
    assertThat(Slug.of(title)).isNotEqualTo(slug);
  }

  @Test
  @Tag("regen-19")
  void theGroupKeyIsTheHashOfWhatAlertsShare() {
    GroupingRule rule = rule(Map.of("alertname", "*"), List.of());
    assertThat(rule.keyOf(Map.of("alertname", "HighCPU", "host", "web-01")))
        .contains("a24d49c33ae694646f8ddd028ae66c3d7060f98f99c0e35164982516b0f5cf10");
  }

  @Test
  void labelsAcrossSourcesMakeTheKeyWhenThereAreAny() {
    GroupingRule rule = rule(Map.of(), List.of("service", "env"));
    assertThat(rule.keyOf(Map.of("service", "api", "env", "prod", "alertname", "x")))
        .contains("494449fd0117da38ca74cbaf899eeae98f6323ce41e0ea8963a31b929264d29c");
    assertThat(rule.keyOf(Map.of("service", "api", "env", "dev")))
        .isNotEqualTo(rule.keyOf(Map.of("service", "api", "env", "prod")));
  }

  @Test
  @Tag("regen-22")
  void alertsThatLackTheLabelsHaveNothingInCommon() {
    assertThat(rule(Map.of(), List.of("service")).keyOf(Map.of("alertname", "x"))).isEmpty();
    assertThat(rule(Map.of("alertname", "*"), List.of()).keyOf(Map.of("host", "x"))).isEmpty();
    assertThat(rule(Map.of("env", "prod"), List.of()).keyOf(Map.of("env", "dev"))).isEmpty();
  }

  private static GroupingRule rule(Map<String, String> match, List<String> labels) {
    return new GroupingRule(
        new java.util.UUID(0, 1), "r", 1, match, labels, Duration.ofMinutes(5), Instant.EPOCH);
  }
}
