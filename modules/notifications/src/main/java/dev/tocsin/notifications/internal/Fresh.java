package dev.tocsin.notifications.internal;

import static java.lang.System.Logger.Level.DEBUG;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures for gauges, read anew at most once a second: one scrape asks for several of them.
 *
 * @param <T> what is read in one go
 */
public final class Fresh<T> {

  private static final System.Logger LOG = System.getLogger(Fresh.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Supplier<T> source;
  private final Clock clock;
  private volatile @Nullable Reading<T> last;

  private record Reading<T>(Instant at, T figures) {}

  public Fresh(Supplier<T> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Returns one of the figures; not a number when they cannot be read. */
  public double read(ToDoubleFunction<T> figure) {
    Instant now = clock.instant();
    Reading<T> reading = last;
    if (reading == null || reading.at().plus(FRESH).isBefore(now)) {
      try {
        reading = new Reading<>(now, source.get());
        last = reading;
      } catch (RuntimeException e) {
        LOG.log(DEBUG, "figures could not be read", e);
        return Double.NaN;
      }
    }
    return figure.applyAsDouble(reading.figures());
  }
}
