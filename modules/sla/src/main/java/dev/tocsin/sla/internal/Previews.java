package dev.tocsin.sla.internal;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockView;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.SlaPreview;
import dev.tocsin.sla.SlaPreview.Event;
import dev.tocsin.sla.ThresholdView;
import dev.tocsin.sla.internal.TicketStory.Chapter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Computes the clocks of a story that nobody lived. */
@Dependent
public class Previews {

  @Inject private Calendars calendars;

  /** Returns the clocks at the story's end. */
  public List<ClockView> clocks(SlaPreview preview) {
    PreviewRules.check(preview);
    WorkingTime time = time(preview.calendar(), "/calendar");
    Terms terms = terms(preview, time);
    Instant opened = preview.events().get(0).at();
    TicketClocks clocks = TicketClocks.opened(terms, opened);
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 1; i < preview.events().size(); i++) {
      Event event = preview.events().get(i);
      Optional<Happening> what = happening(event.type());
      if (what.isPresent()) {
        chapters.add(new Chapter(what.get(), event.at()));
        clocks = clocks.after(what.get(), terms, event.at());
      } else {
        terms = changed(terms, event, "/events/" + i + "/calendar");
        clocks = clocks.by(terms, event.at());
        if (!clocks.measuresAllOf(terms)) {
          TicketStory story = new TicketStory(opened, chapters);
          clocks = clocks.completedBy(story.fold(terms).judged(event.at()));
        }
      }
    }
    return clocks.judged(preview.at()).clocks().stream()
        .map(clock -> view(clock.metric(), clock.run(), preview.at()))
        .toList();
  }

  private static ClockView view(Metric metric, ClockRun run, Instant at) {
    return ClockViews.of(null, null, metric, run, run.elapsed(at), thresholds(run), at);
  }

  private static Optional<Happening> happening(SlaPreview.EventType type) {
    return switch (type) {
      case AGENT_REPLIED -> Optional.of(Happening.AGENT_REPLIED);
      case CUSTOMER_REPLIED -> Optional.of(Happening.CUSTOMER_REPLIED);
      case PAUSED -> Optional.of(Happening.PAUSED);
      case RESUMED -> Optional.of(Happening.RESUMED);
      case RESOLVED -> Optional.of(Happening.RESOLVED);
      case REOPENED -> Optional.of(Happening.REOPENED);
      case CLOSED -> Optional.of(Happening.CLOSED);
      case CREATED, TARGET_CHANGED, CALENDAR_CHANGED -> Optional.empty();
    };
  }

  private static Terms terms(SlaPreview preview, WorkingTime time) {
    Map<Metric, Promise> promises = new EnumMap<>(Metric.class);
    preview
        .targets()
        .forEach(target -> promises.put(target.metric(), Promise.of(target.target(), time)));
    List<Metric> named = preview.pauseMetrics();
    Set<Metric> pausing =
        named == null || named.isEmpty() ? EnumSet.allOf(Metric.class) : EnumSet.copyOf(named);
    return new Terms(promises, pausing, Boolean.TRUE.equals(preview.excludeResolvedTime()));
  }

  private Terms changed(Terms terms, Event event, String pointer) {
    Map<Metric, Promise> promises = new EnumMap<>(Metric.class);
    promises.putAll(terms.promises());
    SlaPreview.Hours hours = event.calendar();
    if (hours != null) {
      WorkingTime time = time(hours, pointer);
      promises.replaceAll((metric, promise) -> Promise.of(promise.target(), time));
    } else {
      Metric metric = Objects.requireNonNull(event.metric(), "judged before");
      // any promise of the story tells its calendar, for there is one at a time
      WorkingTime time = promises.values().iterator().next().time();
      promises.put(metric, Promise.of(Objects.requireNonNull(event.target(), "judged"), time));
    }
    return new Terms(promises, terms.pausing(), terms.excludeResolvedTime());
  }

  private WorkingTime time(SlaPreview.Hours hours, String pointer) {
    try {
      return hours.draft() == null ? calendars.time(hours.id()) : CalendarRules.time(hours.draft());
    } catch (NotFound e) {
      throw new Rejected(pointer, "unknown", "is no calendar");
    } catch (Rejected e) {
      throw e.at(pointer::concat);
    }
  }

  private static List<ThresholdView> thresholds(ClockRun run) {
    Instant due = run.dueAt();
    if (due == null) {
      return List.of();
    }
    List<ThresholdView> views = new ArrayList<>();
    Bands.USUAL.forEach(
        band -> views.add(new ThresholdView(band.label(), due.minus(band.before()), null, null)));
    views.add(new ThresholdView(Bands.BREACHED, due, null, null));
    return views;
  }
}
