package dev.tocsin.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Property
  void anyKeySurvivesTheRoundTrip(@ForAll List<String> parts) {
    Cursor cursor = new Cursor(parts);
    assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm90IGpzb24", "e30", "bnVsbA", "W251bGxd"})
  void aForeignCursorIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(InvalidCursor.class);
  }

  @Test
  void aPartOfTheWrongKindIsRefused() {
    Cursor cursor = Cursor.of("x");
    assertThatThrownBy(() -> cursor.id(0)).isInstanceOf(InvalidCursor.class);
    assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(InvalidCursor.class);
    assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(InvalidCursor.class);
    assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(InvalidCursor.class);
    assertThat(Cursor.of(7L).number(0)).isEqualTo(7);
    assertThat(Cursor.of(Instant.EPOCH).instant(0)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void onlyAFullPageWithMoreBehindItHasANextCursor() {
    PageRequest request = new PageRequest(2, null);
    assertThat(Page.of(List.of(1, 2), request, Cursor::of).nextCursor()).isNull();
    Page<Integer> page =
        Page.of(IntStream.range(0, request.fetch()).boxed().toList(), request, Cursor::of);
    assertThat(page.data()).containsExactly(0, 1);
    assertThat(page.nextCursor()).isEqualTo(Cursor.of(1).encode());
  }
}
