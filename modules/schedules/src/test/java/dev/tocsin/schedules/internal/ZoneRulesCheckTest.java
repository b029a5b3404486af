package dev.tocsin.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.persistence.TestBeans;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.time.ZoneRules;
import dev.tocsin.platform.time.ZoneRulesChanged;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZoneRulesCheckTest {

  private static final Instant NOW = Instant.parse("2024-01-10T12:00:00Z");

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("schedules");

  private final TestBeans beans = new TestBeans(db).bind(Transactions.class, new Committing());
  private final ZoneRulesCheck check = beans.get(ZoneRulesCheck.class);

  private final class Committing extends Transactions {
    @Override
    public <T> T call(Supplier<T> work) {
      return beans.call(work);
    }
  }

  @BeforeEach
  void empty() {
    db.sql("TRUNCATE schedules.zone_rules");
  }

  @Test
  void everyChangeIsAnnouncedOnceAlsoBackToAnOlderVersion() {
    assertThat(beans.call(() -> check.notice("2024a", NOW))).isTrue();
    assertThat(beans.call(() -> check.notice("2024a", NOW.plusSeconds(1)))).isFalse();
    assertThat(beans.call(() -> check.notice("2024b", NOW.plusSeconds(2)))).isTrue();
    assertThat(beans.call(() -> check.notice("2024b", NOW.plusSeconds(3)))).isFalse();
    assertThat(beans.call(() -> check.notice("2024a", NOW.plusSeconds(4)))).isTrue();
    assertThat(beans.events(ZoneRulesChanged.class))
        .containsExactly(
            new ZoneRulesChanged(null, "2024a"),
            new ZoneRulesChanged("2024a", "2024b"),
            new ZoneRulesChanged("2024b", "2024a"));
  }

  @Test
  void aNodeLooksOnceAfterItsStart() {
    check.run(NOW);
    check.run(NOW.plusSeconds(1));
    assertThat(beans.events(ZoneRulesChanged.class))
        .containsExactly(new ZoneRulesChanged(null, ZoneRules.version()));
  }
}
