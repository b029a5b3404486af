package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Threshold;
import dev.tocsin.sla.internal.Stretch.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant DUE = START.plus(Duration.ofDays(2));
  private static final ClockRun CLOCK =
      ClockRun.start(Promise.of(Duration.ofDays(2), WorkingTime.aroundTheClock()), START);

  /** What the clock's state and bands say at an instant: the tightest one entered. */
  private static String said(ClockRun clock, Instant now) {
    ClockRun judged = clock.judged(now);
    if (judged.state() == ClockState.BREACHED) {
      return Bands.BREACHED;
    }
    List<Threshold> entered = Bands.entered(Bands.USUAL, judged, now);
    return entered.isEmpty() ? "" : entered.get(entered.size() - 1).label();
  }

  @ParameterizedTest
  @Tag("ticketpulse-1")
  @Tag("ticketpulse-2")
  @Tag("ticketpulse-3")
  @Tag("ticketpulse-4")
  @Tag("ticketpulse-5")
  @Tag("ticketpulse-6")
  @CsvSource({
    "PT3H1S, ''",
    "PT3H0.000000001S, ''",
    "PT3H, Less than 3 hours remaining",
    "PT2H1S, Less than 3 hours remaining",
    "PT2H, Less than 2 hours remaining",
    "PT1H1S, Less than 2 hours remaining",
    "PT1H, Less than 1 hour remaining",
    "PT30M1S, Less than 1 hour remaining",
    "PT30M, Less than 30 minutes remaining",
    "PT15M1S, Less than 30 minutes remaining",
    "PT15M, Less than 15 minutes remaining",
    "PT0S, Less than 15 minutes remaining",
    "PT-0.000000001S, BREACHED",
    "PT-1S, BREACHED",
    "PT-24H, BREACHED",
    "PT-24H-1S, BREACHED",
  })
  void bandsAreEnteredWhenExactlyTheirLengthIsLeft(Duration left, String label) {
    assertThat(said(CLOCK, DUE.minus(left))).isEqualTo(label);
  }

  @Test
  @Tag("ticketpulse-7")
  @Tag("ticketpulse-21")
  void aPausedClockHasNoDueTimeAndNoBands() {
    Instant late = DUE.minus(Duration.ofMinutes(10));
    ClockRun paused = CLOCK.paused(late.minusSeconds(1), Reason.WAITING);
    assertThat(paused.dueAt()).isNull();
    assertThat(said(paused, late)).isEmpty();
    assertThat(Bands.next(Bands.USUAL, paused, late)).isEmpty();
  }

  @Test
  void aBandThatTheClockStartedInIsNotEntered() {
    ClockRun hour =
        ClockRun.start(Promise.of(Duration.ofHours(1), WorkingTime.aroundTheClock()), START);
    assertThat(said(hour, START.plusSeconds(1))).isEmpty();
    assertThat(Bands.next(Bands.USUAL, hour, START)).contains(START.plus(Duration.ofMinutes(30)));
    assertThat(said(hour, START.plus(Duration.ofMinutes(30))))
        .isEqualTo("Less than 30 minutes remaining");
    assertThat(Bands.next(Bands.USUAL, hour, START.plus(Duration.ofMinutes(50)))).isEmpty();
  }
}
