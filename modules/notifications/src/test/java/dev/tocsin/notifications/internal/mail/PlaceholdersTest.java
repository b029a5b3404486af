package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.error.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceholdersTest {

  @Test
  void aValueIsPutInOnceAndNeverLookedIntoAgain() {
    Map<String, String> values =
        Map.of("ticket.subject", "{{ticket.body}} $1 \\", "ticket.body", "secret");
    assertThat(Placeholders.fill("<{{ ticket.subject }}>", values))
        .isEqualTo("<{{ticket.body}} $1 \\>");
  }

  @Test
  void inHtmlAValueIsTextWhateverItSays() {
    Map<String, String> values = Map.of("comment", "<script>alert('a' & \"b\")</script>\nnext");
    assertThat(Placeholders.fillHtml("<p>{{comment}}</p>", values))
        .isEqualTo(
            "<p>&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;<br>\nnext</p>");
  }

  @Test
  void whatHasNoValueIsLeftOut() {
    assertThat(Placeholders.fill("a{{agent.name}}b", Map.of())).isEqualTo("ab");
  }

  @Test
  void aPlaceholderThatMeansNothingIsAFault() {
    List<Fault> faults = new ArrayList<>();
    Placeholders.faults("/body", "{{ticket.number}} {{env.PATH}} {{ }}", faults);
    assertThat(faults).extracting(Fault::code).containsExactly("unknown", "unknown");
  }

  @ParameterizedTest
  @EnumSource
  void everyOccasionHasWordsInEveryLanguageThatNameNothingUnknown(TicketMail event) {
    for (String language : StandardTexts.languages()) {
      MailTemplateView words = StandardTexts.find(event, language).orElseThrow();
      List<Fault> faults = new ArrayList<>();
      Placeholders.faults("/subject", words.subject(), faults);
      Placeholders.faults("/body", words.body(), faults);
      assertThat(faults).isEmpty();
      assertThat(words.subject()).contains("[{{ticket.number}}]");
      assertThat(words.body()).contains("\n").contains("{{");
    }
  }
}
