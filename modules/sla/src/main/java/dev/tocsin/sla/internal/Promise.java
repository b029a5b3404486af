package dev.tocsin.sla.internal;

import dev.tocsin.platform.worktime.WorkingTime;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for a metric.
 *
 * @param target how much working time it may take
 * @param time which time counts
 * @param calendarId whose time that is; null for every hour of every day, or in a preview
 */
record Promise(Duration target, WorkingTime time, @Nullable UUID calendarId) {

  /** Returns a promise by time that no calendar is kept for. */
  static Promise of(Duration target, WorkingTime time) {
    return new Promise(target, time, null);
  }
}
