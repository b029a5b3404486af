package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.EventTypes;
import dev.tocsin.persistence.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that webhook subscriptions hear of.
 *
 * @param type one of {@link EventTypes}
 * @param key names this one occurrence of the type: a fact with the same key is the same fact
 * @param data what is told about it, as the module's API shows it
 */
public record Announcement(
    String type,
    String key,
    Instant at,
    Object data,
    @Nullable UUID incidentId,
    @Nullable UUID ticketId) {

  /** Returns a fact about an incident. */
  static Announcement ofIncident(String type, String key, Instant at, Object data, UUID incident) {
    return new Announcement(type, key, at, data, incident, null);
  }

  /** Returns a fact about a ticket. */
  static Announcement ofTicket(String type, String key, Instant at, Object data, UUID ticket) {
    return new Announcement(type, key, at, data, null, ticket);
  }

  /** Returns the JSON to post; facts about tickets repeat their data under {@code payload}. */
  public String body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", at);
    body.put("data", data);
    if (ticketId != null) {
      body.put("payload", data);
    }
    return Json.write(body);
  }
}
