package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.time.ZoneRules;
import dev.tocsin.platform.time.ZoneRulesChanged;
import dev.tocsin.schedules.Crew;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZoneRulesCheckTest {

  private static final Instant NOW = Instant.parse("2024-01-10T12:00:00Z");

  @RegisterExtension static final Crew crew = new Crew();

  private final ZoneRulesCheck check = crew.get(ZoneRulesCheck.class);

  private boolean notice(String version, Instant now) {
    return crew.inTransaction(() -> check.notice(version, now));
  }

  @Test
  void everyChangeIsAnnouncedOnceAlsoBackToAnOlderVersion() {
    assertThat(notice("2024a", NOW)).isTrue();
    assertThat(notice("2024a", NOW.plusSeconds(1))).isFalse();
    assertThat(notice("2024b", NOW.plusSeconds(2))).isTrue();
    assertThat(notice("2024b", NOW.plusSeconds(3))).isFalse();
    assertThat(notice("2024a", NOW.plusSeconds(4))).isTrue();
    assertThat(crew.announced(ZoneRulesChanged.class))
        .containsExactly(
            new ZoneRulesChanged(null, "2024a"),
            new ZoneRulesChanged("2024a", "2024b"),
            new ZoneRulesChanged("2024b", "2024a"));
  }

  @Test
  void aNodeLooksOnceAfterItsStart() {
    check.run(NOW);
    check.run(NOW.plusSeconds(1));
    assertThat(crew.announced(ZoneRulesChanged.class))
        .containsExactly(new ZoneRulesChanged(null, ZoneRules.version()));
  }
}
