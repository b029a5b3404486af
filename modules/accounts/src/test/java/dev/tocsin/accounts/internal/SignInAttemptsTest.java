package dev.tocsin.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

  private static final Instant T = Instant.parse("2026-03-02T10:00:00Z");

  private final SignInAttempts attempts = new SignInAttempts("someone", T);

  @Test
  void fourFailuresDoNotLock() {
    count(T, T, T, T);
    assertThat(attempts.isLocked(T)).isFalse();
  }

  @Test
  void theFifthLocksForFifteenMinutesFromThen() {
    count(T, T, T, T, T.plusSeconds(60));
    assertThat(attempts.isLocked(T.plusSeconds(60))).isTrue();
    assertThat(attempts.isLocked(T.plusSeconds(60 + 899))).isTrue();
    assertThat(attempts.isLocked(T.plusSeconds(60 + 900))).isFalse();
  }

  @Test
  void aFailureFifteenMinutesAgoNoLongerCounts() {
    count(T, T.plusSeconds(1), T.plusSeconds(2), T.plusSeconds(3), T.plusSeconds(900));
    assertThat(attempts.isLocked(T.plusSeconds(900))).isFalse();
    count(T.plusSeconds(900));
    assertThat(attempts.isLocked(T.plusSeconds(900))).isTrue();
  }

  @Test
  void afterTheLockFiveMoreAreNeeded() {
    count(T, T, T, T, T);
    Instant open = T.plus(SignInAttempts.LOCK);
    count(open, open, open, open);
    assertThat(attempts.isLocked(open)).isFalse();
    count(open);
    assertThat(attempts.isLocked(open)).isTrue();
  }

  /** Whoever tries for as long as they like gets no more than five tries in any quarter hour. */
  @Property
  void neverMoreThanFiveTriesWithinAnyWindow(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 400) Integer> pauses) {
    SignInAttempts tried = new SignInAttempts("someone", T);
    List<Instant> admitted = new ArrayList<>();
    Instant now = T;
    for (int pause : pauses) {
      now = now.plusSeconds(pause);
      if (!tried.isLocked(now)) {
        tried.count(now);
        admitted.add(now);
      }
    }
    for (int i = SignInAttempts.LIMIT; i < admitted.size(); i++) {
      Duration span = Duration.between(admitted.get(i - SignInAttempts.LIMIT), admitted.get(i));
      assertThat(span).isGreaterThanOrEqualTo(SignInAttempts.WINDOW);
    }
  }

  private void count(Instant... moments) {
    for (Instant moment : moments) {
      attempts.count(moment);
    }
  }
}
