package dev.tocsin.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.CalendarDraft;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaPreview;
import dev.tocsin.web.rest.Binder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story as it is posted.
 *
 * @param calendar the id of one there is, or one written here, whose name may be left out
 */
public record PreviewBody(
    @NotNull JsonNode calendar,
    @NotEmpty @Size(max = 4) List<@NotNull @Valid Target> targets,
    @NotEmpty @Size(max = 1000) List<@NotNull @Valid Event> events,
    @NotNull Instant at,
    @Nullable List<@NotNull Metric> pauseMetrics,
    @Nullable Boolean excludeResolvedTime) {

  /** How much working time a metric may take. */
  public record Target(@NotNull Metric metric, @NotNull Duration target) {}

  /** One thing that happens. */
  public record Event(
      @NotNull Instant at,
      SlaPreview.@NotNull EventType type,
      @Nullable Metric metric,
      @Nullable Duration target,
      @Nullable JsonNode calendar) {}

  /** Returns the command that this is. */
  SlaPreview command() {
    List<SlaPreview.Event> told = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      JsonNode changed = event.calendar();
      told.add(
          new SlaPreview.Event(
              event.at(),
              event.type(),
              event.metric(),
              event.target(),
              changed == null ? null : hours(changed, "/events/" + i + "/calendar")));
    }
    return new SlaPreview(
        hours(calendar, "/calendar"),
        targets.stream().map(t -> new SlaPreview.Target(t.metric(), t.target())).toList(),
        told,
        at,
        pauseMetrics,
        excludeResolvedTime);
  }

  private static SlaPreview.Hours hours(JsonNode calendar, String pointer) {
    boolean inline = calendar.isObject();
    if (calendar.isNull() || !(inline || calendar.isTextual())) {
      throw new Rejected(pointer, "required", "must be a calendar or the id of one");
    }
    JsonNode tree = inline ? named((ObjectNode) calendar) : calendar;
    try {
      Object bound =
          Binder.bind(Json.MAPPER.constructType(inline ? CalendarDraft.class : UUID.class), tree);
      return inline
          ? new SlaPreview.Hours(null, (CalendarDraft) bound)
          : new SlaPreview.Hours((UUID) bound, null);
    } catch (Rejected e) {
      throw e.at(pointer::concat);
    }
  }

  private static ObjectNode named(ObjectNode calendar) {
    return calendar.has("name") ? calendar : calendar.deepCopy().put("name", "preview");
  }
}
