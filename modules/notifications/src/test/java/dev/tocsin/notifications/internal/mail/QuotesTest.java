package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {

  @Test
  void theQuoteBelowAnAnswerIsLeftOutWithWhoWroteIt() {
    assertThat(Quotes.trimmed("Yes.\n\nOn Monday, Agnes wrote:\n> Is it\n>\n> on fire?\n"))
        .isEqualTo("Yes.");
    assertThat(
            Quotes.trimmed("Ja.\n\nAm 2. März 2026 um 10:00\nschrieb Agnes <a@b.example>:\n> Und?"))
        .isEqualTo("Ja.");
    assertThat(Quotes.trimmed("Ja.\n-----Ursprüngliche Nachricht-----\nVon: Agnes\nUnd?"))
        .isEqualTo("Ja.");
  }

  @Test
  void anAnswerBetweenTheQuotesIsKeptWhole() {
    String text = "> Is it on fire?\nYes.\n> Since when?\nMonday.";
    assertThat(Quotes.trimmed(text)).isEqualTo(text);
  }

  @Test
  void aMailOfQuotesAloneIsKept() {
    assertThat(Quotes.trimmed("> Is it on fire?\n")).isEqualTo("> Is it on fire?");
  }

  @Test
  void textWithoutQuotesIsAsItWas() {
    assertThat(Quotes.trimmed("He wrote:\nnothing")).isEqualTo("He wrote:\nnothing");
  }
}
