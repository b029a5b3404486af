package dev.tocsin.incidents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.internal.EscalationPlan.Place;
import dev.tocsin.persistence.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EscalationStateTest {
  private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

  private enum Move {
    NOTHING,
    STOP,
    EXHAUST,
    WAIT;

    void make(Escalation escalation) {
      switch (this) {
        case NOTHING -> {}
        case STOP -> escalation.stop("acknowledged", T0);
        case EXHAUST -> escalation.exhaust(T0);
        case WAIT -> escalation.waitAfter(Place.START, T0.plusSeconds(60));
      }
    }
  }

  static Stream<Arguments> allPairs() {
    return Stream.of(
        Arguments.of("active", Move.NOTHING, "active", Move.WAIT, true),
        Arguments.of("active", Move.NOTHING, "stopped", Move.STOP, true),
        Arguments.of("active", Move.NOTHING, "exhausted", Move.EXHAUST, true),
        Arguments.of("stopped", Move.STOP, "active", Move.WAIT, false),
        Arguments.of("stopped", Move.STOP, "stopped", Move.STOP, false),
        Arguments.of("stopped", Move.STOP, "exhausted", Move.EXHAUST, false),
        Arguments.of("exhausted", Move.EXHAUST, "active", Move.WAIT, false),
        Arguments.of("exhausted", Move.EXHAUST, "stopped", Move.STOP, false),
        Arguments.of("exhausted", Move.EXHAUST, "exhausted", Move.EXHAUST, false));
  }

  @ParameterizedTest(name = "{0} to {2}")
  @MethodSource("allPairs")
  void whatHasEndedStaysEnded(String from, Move there, String to, Move on, boolean good) {
    Escalation escalation = escalation();
    there.make(escalation);
    if (good) {
      on.make(escalation);
      assertThat(escalation.view().state()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> on.make(escalation)).isInstanceOf(IllegalStateException.class);
      assertThat(escalation.view().state()).isEqualTo(from);
    }
    assertThat(escalation.view().dueAt() != null).isEqualTo(escalation.isActive());
  }

  private static Escalation escalation() {
    EscalationPolicy policy =
        new EscalationPolicy(
            Ids.next(), new CreatePolicy("p", null, null, null, null), List.of(), T0);
    return new Escalation(Ids.next(), Ids.next(), policy, 0, "test", T0);
  }
}
