package dev.tocsin.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.DutyRoster;
import dev.tocsin.accounts.UserView;
import dev.tocsin.persistence.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveRosterTest {

  @RegisterExtension static final Crew crew = new Crew();

  /** Auckland is 13 hours ahead: its 10 and 11 March are from the 9th to the 11th, 11:00, here. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-09T10:59:59Z, false", "2026-03-09T11:00:00Z, true",
    "2026-03-11T10:59:59Z, true", "2026-03-11T11:00:00Z, false"
  })
  void whoIsOnLeaveIsAwayOnTheDaysOfTheirSchedule(Instant at, boolean isAway) {
    UserView ann = crew.hire("ann");
    UserView bob = crew.hire("bob");
    UUID schedule =
        crew.get(Schedules.class)
            .create(
                Crew.SYSTEM,
                Json.read(
                    "{\"name\":\"South\",\"time_zone\":\"Pacific/Auckland\",\"layers\":[]}",
                    CreateSchedule.class))
            .id();
    crew.get(Absences.class)
        .addUnavailability(
            Crew.SYSTEM,
            schedule,
            new CreateUnavailability(
                ann.name(),
                ann.id(),
                LocalDate.parse("2026-03-10"),
                LocalDate.parse("2026-03-11"),
                null));
    Set<UUID> away = crew.get(DutyRoster.class).away(Set.of(ann.id(), bob.id()), at);
    assertThat(away).isEqualTo(isAway ? Set.of(ann.id()) : Set.of());
  }

  @Test
  void nobodyIsAwayOfNobody() {
    assertThat(crew.get(DutyRoster.class).away(Set.of(), Crew.START)).isEmpty();
  }
}
