package dev.tocsin.incidents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.incidents.AlertSeverity;
import dev.tocsin.incidents.AlertStatus;
import dev.tocsin.platform.error.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the webhook payload of Prometheus' Alertmanager (version 4).
 *
 * <p>Whatever is odd about a single alert never costs the alert: a missing or unreadable field gets
 * the value that pages rather than the one that keeps silent.
 */
final class AlertmanagerPayload {
  /** Unlike the house's own: a key that comes twice costs no alert. */
  private static final JsonMapper TOLERANT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final int LONGEST_TITLE = 500;

  private AlertmanagerPayload() {}

  static IncomingPayload read(String body) {
    JsonNode alerts = parse(body).path("alerts");
    if (!alerts.isArray() || alerts.isEmpty()) {
      throw new Rejected("/alerts", "required", "must be a list of at least one alert");
    }
    List<IncomingAlert> found = new ArrayList<>(alerts.size());
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < alerts.size(); i++) {
      if (alerts.get(i).isObject()) {
        found.add(alert(StorableText.of(alerts.get(i))));
      } else {
        problems.add("alerts/" + i + " is not an object");
      }
    }
    return new IncomingPayload(List.copyOf(found), List.copyOf(problems));
  }

  private static JsonNode parse(String body) {
    JsonNode root;
    try {
      root = TOLERANT.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Rejected("", "malformed", "must be JSON");
    }
    if (!root.isObject()) {
      throw new Rejected("", "type", "must be a JSON object");
    }
    return root;
  }

  private static IncomingAlert alert(JsonNode json) {
    Map<String, String> labels = texts(json.path("labels"));
    Map<String, String> annotations = texts(json.path("annotations"));
    String fingerprint = text(json.path("fingerprint"));
    String title = labels.getOrDefault("alertname", "");
    boolean resolved = "resolved".equals(text(json.path("status")).toLowerCase(Locale.ROOT));
    return new IncomingAlert(
        StorableText.key(fingerprint.isBlank() ? Fnv1a.ofLabels(labels) : fingerprint),
        resolved ? AlertStatus.RESOLVED : AlertStatus.FIRING,
        AlertSeverity.of(labels.get("severity")),
        title.isBlank() ? "Unknown Alert" : StorableText.first(LONGEST_TITLE, title.strip()),
        annotations.getOrDefault("summary", annotations.get("description")),
        labels,
        annotations,
        instant(json.path("startsAt")),
        resolved ? instant(json.path("endsAt")) : null,
        json);
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.properties().forEach(field -> texts.put(field.getKey(), text(field.getValue())));
    return texts;
  }

  private static String text(JsonNode json) {
    return json.isTextual()
        ? json.textValue()
        : json.isMissingNode() || json.isNull() ? "" : json.toString();
  }

  /** Go's zero time, year 1, means none; so does what no calendar of ours can hold. */
  private static @Nullable Instant instant(JsonNode json) {
    try {
      Instant instant = OffsetDateTime.parse(text(json)).toInstant().truncatedTo(ChronoUnit.MICROS);
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year > 1900 && year < 10_000 ? instant : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
