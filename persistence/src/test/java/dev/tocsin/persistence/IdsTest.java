package dev.tocsin.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void idsAreVersionSevenAndGrowAlsoWithinAMillisecond() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      UUID id = Ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      ids.add(id.toString());
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }
}
