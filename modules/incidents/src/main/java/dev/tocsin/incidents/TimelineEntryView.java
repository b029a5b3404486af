package dev.tocsin.incidents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an incident; it never changes.
 *
 * @param at in JSON {@code timestamp}
 * @param type for example {@code status_changed}
 * @param actorType {@code user}, {@code api_token} or {@code system}
 * @param content what the type is about
 */
public record TimelineEntryView(
    UUID id,
    @JsonProperty("timestamp") Instant at,
    String type,
    String actorType,
    @Nullable UUID actorId,
    String actorName,
    Map<String, Object> content) {}
