package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.schedules.CreateSwapRequest;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RequestState;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShiftRequestStateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Period SHIFT = new Period(NOW.plusSeconds(60), NOW.plusSeconds(120));

  static Stream<Arguments> everyPair() {
    return Arrays.stream(RequestState.values())
        .flatMap(from -> Arrays.stream(RequestState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void onlyAnOfferedRequestMovesAndNeverBack(RequestState from, RequestState to) {
    SwapRequest request = request();
    if (from != RequestState.OFFERED) {
      request.moveTo(from, "somebody", NOW);
    }
    if (from == RequestState.OFFERED && to != RequestState.OFFERED) {
      request.moveTo(to, "bob", NOW);
      assertThat(request.state()).isEqualTo(to);
      assertThat(request.decidedBy()).isEqualTo("bob");
    } else {
      assertThatThrownBy(() -> request.moveTo(to, "bob", NOW))
          .isInstanceOf(IllegalTransition.class);
      assertThat(request.state()).isEqualTo(from);
    }
  }

  @Test
  void onceTheShiftHasStartedItCanOnlyExpire() {
    SwapRequest request = request();
    assertThatThrownBy(() -> request.moveTo(RequestState.ACCEPTED, "bob", SHIFT.start()))
        .isInstanceOf(IllegalTransition.class)
        .hasMessageContaining("expired");
    request.moveTo(RequestState.EXPIRED, "schedules", SHIFT.start());
    assertThat(request.state()).isEqualTo(RequestState.EXPIRED);
  }

  private static SwapRequest request() {
    return new SwapRequest(
        Ids.next(),
        Ids.next(),
        new Person("alice", Ids.next()),
        null,
        new CreateSwapRequest(null, null, SHIFT, null, null),
        NOW);
  }
}
