package dev.tocsin.ticketing.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  private static final Map<String, String> VALUES =
      Map.of("agent.name", "Ada", "requester.name", "");

  @Test
  void namesAreFilledInAndWordsStandForNothing() {
    assertThat(Placeholders.fill("{{agent.name}}: hi {{ requester.name | there }}", VALUES::get))
        .isEqualTo("Ada: hi there");
    assertThat(Placeholders.fill("{{requester.name}}", VALUES::get)).isEmpty();
    assertThat(Placeholders.unknown("{{agent.name}} {{agent.nmae}} {{}}"))
        .containsExactly("agent.nmae", "");
  }

  @Property
  void aTextWithoutBracesStaysAsItIs(@ForAll String text) {
    String plain = text.replace("{", "(");
    assertThat(Placeholders.fill(plain, VALUES::get)).isEqualTo(plain);
    assertThat(Placeholders.unknown(plain)).isEmpty();
  }

  @Property
  void whatIsFilledInIsNotLookedAtAgain(@ForAll String value) {
    assertThat(Placeholders.fill("<{{x}}>", name -> value)).isEqualTo("<" + value + ">");
  }
}
