package dev.tocsin.web.schedules;

import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ViewerZone;
import dev.tocsin.web.schedules.timeline.Range;
import dev.tocsin.web.schedules.timeline.Span;
import dev.tocsin.web.schedules.timeline.Timeline;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a schedule's page that shows a stretch of time: how much, from which day, and by
 * whose clock is said by its address.
 */
@Named
@ViewScoped
public class TimelinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SchedulePage page;
  @Inject private Timelines timelines;
  @Inject private ViewerZone viewer;

  private final Filters filters = new Filters();
  private @Nullable Span span;
  private @Nullable ZoneId own;
  private transient @Nullable Timeline timeline;

  /** Loads the schedule and draws what the address asks for. */
  public void load() {
    page.load();
    ZoneId local = ZoneId.of(page.required().timeZone());
    own = viewer.find().orElse(local);
    ZoneId zone = filters.has("zone", "schedule") ? local : own;
    Range range = Objects.requireNonNullElse(filters.one("range", Range.class), Range.TWO_WEEKS);
    Span shown = timelines.span(range, filters.text("from"), zone);
    span = shown;
    timeline = null;
    filters.getValues().put("id", scheduleId().toString());
    if (timelines.showsNow(shown)) {
      // whoever looks at the present stays with it when the range changes
      filters.getValues().remove("from");
    }
  }

  /** Returns the drawing, made once a request. */
  public Timeline getTimeline() {
    Timeline drawn = timeline;
    if (drawn == null) {
      drawn = timelines.of(page.required(), required());
      timeline = drawn;
    }
    return drawn;
  }

  /** Returns what is shown. */
  public Span required() {
    return Objects.requireNonNull(span);
  }

  /** Returns the id of the schedule that is shown. */
  public UUID scheduleId() {
    return page.required().id();
  }

  /** Returns the address of the same view some ranges later; negative for earlier. */
  public String moved(int ranges) {
    return filters.with("from", required().moved(ranges).first().toString());
  }

  /** Returns whether the reader's clock differs from the schedule's, so that there is a choice. */
  public boolean isElsewhere() {
    return !Objects.requireNonNull(own).getId().equals(page.required().timeZone());
  }

  /** Returns the reader's own zone; null before the page is loaded. */
  public @Nullable ZoneId getOwn() {
    return own;
  }

  public Filters getFilters() {
    return filters;
  }

  public Range[] getRanges() {
    return Range.values();
  }
}
