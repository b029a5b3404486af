package dev.tocsin.platform.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every hour of every day counts. */
enum AroundTheClock implements WorkingTime {
  INSTANCE;

  @Override
  public Instant due(Instant start, Duration work) {
    return start.plus(work);
  }

  @Override
  public Duration between(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  @Override
  public Optional<List<Span>> spans(Instant from, Instant to, int most) {
    return Optional.of(from.isBefore(to) ? List.of(new Span(from, to, true, null)) : List.of());
  }
}
