package dev.tocsin.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeListsTest {

  private static final List<Integer> WHOLE = IntStream.range(0, 120).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 119, 120, 250})
  void pagesGoThroughEveryRowOnceInOrder(int limit) {
    List<Integer> read = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Integer> page = WholeLists.page(WHOLE, limit, cursor);
      assertThat(page.data()).hasSizeBetween(1, limit);
      read.addAll(page.data());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(read).isEqualTo(WHOLE);
  }

  @Test
  void aPageHasFiftyRowsWhenNobodySays() {
    assertThat(WholeLists.page(WHOLE, null, null).data()).hasSize(50);
    assertThat(WholeLists.page(WHOLE.subList(0, 50), null, null).nextCursor()).isNull();
  }

  @Test
  void aListThatHasShrunkEnds() {
    String cursor = WholeLists.page(WHOLE, 100, null).nextCursor();
    assertThat(WholeLists.page(WHOLE.subList(0, 10), 100, cursor))
        .isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    for (String foreign :
        List.of("", "x", Cursor.of("row", -1).encode(), Cursor.of("row", "x").encode())) {
      assertThatExceptionOfType(InvalidCursor.class)
          .isThrownBy(() -> WholeLists.page(WHOLE, 10, foreign));
    }
    String other = Cursor.of("2026-03-02T00:00:00Z", "7").encode();
    assertThatExceptionOfType(InvalidCursor.class)
        .isThrownBy(() -> WholeLists.page(WHOLE, 10, other));
  }
}
