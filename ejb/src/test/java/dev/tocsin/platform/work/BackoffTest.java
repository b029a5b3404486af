package dev.tocsin.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Property
  void waitsBetweenHalfAndAllOfTheCeiling(@ForAll @IntRange(min = 1) int failures) {
    Duration ceiling = Backoff.ceiling(failures);
    assertThat(Backoff.delay(failures)).isBetween(ceiling.dividedBy(2), ceiling);
  }

  @Test
  void theCeilingDoublesAndIsCapped() {
    assertThat(Backoff.ceiling(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.ceiling(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Backoff.ceiling(10)).isEqualTo(Duration.ofSeconds(512));
    assertThat(Backoff.ceiling(11)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Backoff.ceiling(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
  }
}
