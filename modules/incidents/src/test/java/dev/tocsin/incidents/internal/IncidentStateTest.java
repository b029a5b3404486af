package dev.tocsin.incidents.internal;

import static dev.tocsin.incidents.IncidentStatus.ACKNOWLEDGED;
import static dev.tocsin.incidents.IncidentStatus.CANCELED;
import static dev.tocsin.incidents.IncidentStatus.RESOLVED;
import static dev.tocsin.incidents.IncidentStatus.TRIGGERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.incidents.IncidentSeverity;
import dev.tocsin.incidents.IncidentStatus;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.IllegalTransition;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("regen-25")
class IncidentStateTest {
  private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant T1 = T0.plusSeconds(60);

  private static final Map<IncidentStatus, Set<IncidentStatus>> ALLOWED =
      Map.of(
          TRIGGERED, Set.of(ACKNOWLEDGED, RESOLVED, CANCELED),
          ACKNOWLEDGED, Set.of(RESOLVED),
          RESOLVED, Set.of(),
          CANCELED, Set.of());

  static Stream<Arguments> allPairs() {
    return Arrays.stream(IncidentStatus.values())
        .flatMap(from -> Arrays.stream(IncidentStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void onlyTheArrowsOfTheContractExist(IncidentStatus from, IncidentStatus to) {
    Incident incident = incidentIn(from);
    Set<IncidentStatus> allowed = ALLOWED.getOrDefault(from, Set.of());
    if (allowed.contains(to)) {
      incident.moveTo(to, T1);
      assertThat(incident.status()).isEqualTo(to);
      assertThat(incident.acknowledgedAt() != null)
          .isEqualTo(from == ACKNOWLEDGED || to == ACKNOWLEDGED);
      assertThat(incident.resolvedAt() != null).isEqualTo(!to.isOpen());
    } else {
      IllegalTransition refused =
          catchThrowableOfType(IllegalTransition.class, () -> incident.moveTo(to, T1));
      assertThat(refused.allowed())
          .containsExactlyInAnyOrderElementsOf(allowed.stream().map(Code::of).toList());
      assertThat(incident.status()).isEqualTo(from);
    }
  }

  private static Incident incidentIn(IncidentStatus status) {
    Incident incident =
        new Incident(
            Ids.next(),
            1,
            new Incident.Beginning("x", null, IncidentSeverity.HIGH, null, Map.of()),
            Actor.system("test"),
            T0);
    if (status != TRIGGERED) {
      incident.moveTo(status, T0);
    }
    return incident;
  }
}
