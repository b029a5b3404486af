package dev.tocsin.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueRowsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID FIRST = new UUID(7, 1);
  private static final UUID BAD = new UUID(7, 2);
  private static final UUID LAST = new UUID(7, 3);

  private final List<UUID> performed = new ArrayList<>();
  private final Map<UUID, Instant> postponed = new LinkedHashMap<>();

  private final DueRows work =
      new DueRows() {
        @Override
        public String name() {
          return "sample";
        }

        @Override
        protected List<DueRow> due(Instant now, int limit) {
          return List.of(
              new DueRow(FIRST, now.minusSeconds(9), 0),
              new DueRow(BAD, now.minusSeconds(8), 4),
              new DueRow(LAST, now.minusSeconds(7), 0));
        }

        @Override
        protected boolean perform(UUID id, Instant now) {
          if (id.equals(BAD)) {
            throw new IllegalStateException("cannot");
          }
          performed.add(id);
          return !id.equals(LAST);
        }

        @Override
        protected void postpone(UUID id, Instant until, int failures, String reason) {
          assertThat(failures).isEqualTo(5);
          assertThat(reason).contains("cannot");
          postponed.put(id, until);
        }
      };

  DueRowsTest() {
    work.transactions = new Transactions();
  }

  @Test
  void aRowThatThrowsIsPutOffAndTheRestOfItsBatchGoesOn() {
    Batch batch = work.run(NOW);
    assertThat(performed).containsExactly(FIRST, LAST);
    assertThat(postponed).containsOnlyKeys(BAD);
    assertThat(postponed.get(BAD))
        .isBetween(NOW.plus(Duration.ofSeconds(8)), NOW.plus(Duration.ofSeconds(16)));
    // LAST was another node's, so it does not count
    assertThat(batch).isEqualTo(new Batch(1, 1, false, NOW.minusSeconds(9)));
  }
}
