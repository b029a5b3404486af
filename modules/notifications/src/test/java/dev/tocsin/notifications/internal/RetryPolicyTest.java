package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant QUEUED = Instant.parse("2026-03-02T00:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), 20, Duration.ofHours(24));

  private static Instant next(int failures, double jitter) {
    return POLICY.next(failures, QUEUED, QUEUED, null, jitter).orElseThrow();
  }

  @Test
  void theWaitDoublesUpToTheLongest() {
    assertThat(next(1, 0)).isEqualTo(QUEUED.plusSeconds(5));
    assertThat(next(2, 0)).isEqualTo(QUEUED.plusSeconds(10));
    assertThat(next(5, 0)).isEqualTo(QUEUED.plusSeconds(80));
    assertThat(next(19, 0)).isEqualTo(QUEUED.plusSeconds(3600));
  }

  @Property
  void jitterTakesAtMostHalfOff(
      @ForAll @IntRange(min = 1, max = 19) int failures,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double jitter) {
    Duration whole = Duration.between(QUEUED, next(failures, 0));
    Duration wait = Duration.between(QUEUED, next(failures, jitter));
    assertThat(wait).isBetween(whole.dividedBy(2), whole);
  }

  @Test
  void retryAfterIsNeverUndercut() {
    Duration asked = Duration.ofMinutes(3);
    assertThat(POLICY.next(1, QUEUED, QUEUED, asked, 0.5)).contains(QUEUED.plus(asked));
  }

  @Test
  void aShorterRetryAfterDoesNotHurryUs() {
    assertThat(POLICY.next(3, QUEUED, QUEUED, Duration.ZERO, 0)).contains(QUEUED.plusSeconds(20));
  }

  @Test
  void theLastTryIsMadeAtTheGreatestAge() {
    Instant end = QUEUED.plus(Duration.ofHours(24));
    Instant late = end.minusSeconds(60);
    assertThat(POLICY.next(10, QUEUED, late, Duration.ofDays(400), 0)).contains(end);
    assertThat(POLICY.next(11, QUEUED, end, null, 0)).isEmpty();
  }

  @Test
  void afterAllTriesItIsEnough() {
    assertThat(POLICY.next(20, QUEUED, QUEUED, null, 0)).isEmpty();
  }
}
