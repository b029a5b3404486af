package dev.tocsin.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada",
    "Ada.King+pager@example.com, ada.king-pager",
    "Zoë@example.com, zoe",
    "_ops@example.com, ops",
    "日本@example.com, user"
  })
  void aHandleIsMadeOfTheLocalPart(String email, String handle) {
    assertThat(Handles.of(email, taken -> false)).isEqualTo(handle);
  }

  @Test
  void aTakenOneIsNumbered() {
    assertThat(Handles.of("ada@example.com", Set.of("ada", "ada-2")::contains)).isEqualTo("ada-3");
  }

  @Property
  void everyHandleMadeIsOneThatCouldBeTyped(@ForAll String email) {
    assertThat(Handles.of(email, "user"::equals)).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  }
}
