package dev.tocsin.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.persistence.Ids;
import dev.tocsin.ticketing.ConditionCheck;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.RoutingConditions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPartsTest {

  private static final UUID CUSTOMER = Ids.next();
  private static final RoutingFacts FACTS =
      new RoutingFacts(
          Priority.P1, List.of("vip", "mail"), CUSTOMER, "Printer on fire", "ann@Example.com");

  @Test
  void aNumberOrAnIdNamesATicket() {
    UUID id = Ids.next();
    assertThat(TicketRef.parse("TKT-000042")).contains(new TicketRef(null, 42));
    assertThat(TicketRef.parse("tkt-1234567")).contains(new TicketRef(null, 1234567));
    assertThat(TicketRef.parse(id.toString())).contains(new TicketRef(id, 0));
    assertThat(TicketRef.format(1234567)).isEqualTo("TKT-1234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "42", "TKT-", "TKT-1x", "INC-1", "1-1-1-1-1", "TKT-9999999999999999999", "'"})
  void nothingElseDoes(String text) {
    assertThat(TicketRef.parse(text)).isEmpty();
  }

  @Test
  void everyConditionOfARuleMustHoldByAnyOfItsValues() {
    assertThat(RuleMatcher.matches(RoutingConditions.always(), FACTS, calendar -> false)).isTrue();
    assertThat(mismatch(List.of(Priority.P0, Priority.P1), List.of("vip"), List.of(CUSTOMER)))
        .isNull();
    assertThat(mismatch(List.of(Priority.P0), null, null)).isEqualTo("priority");
    assertThat(mismatch(null, List.of("VIP"), null)).isEqualTo("tag");
    assertThat(mismatch(null, null, List.of(Ids.next()))).isEqualTo("customer_id");
  }

  private static @Nullable String mismatch(
      @Nullable List<Priority> priority,
      @Nullable List<String> tag,
      @Nullable List<UUID> customer) {
    RoutingConditions conditions = new RoutingConditions(priority, tag, customer, null, null, null);
    return RuleMatcher.judge(conditions, FACTS, calendar -> false)
        .filter(check -> !check.holds())
        .map(ConditionCheck::condition)
        .findFirst()
        .orElse(null);
  }

  @Test
  void wordsAreWholeAndDomainsWithoutCase() {
    assertThat(RuleMatcher.matches(words("FIRE"), FACTS, calendar -> false)).isTrue();
    assertThat(RuleMatcher.matches(words("fir"), FACTS, calendar -> false)).isFalse();
    assertThat(RuleMatcher.matches(words("on fire"), FACTS, calendar -> false)).isTrue();
    assertThat(RuleMatcher.matches(domain("example.COM"), FACTS, calendar -> false)).isTrue();
    assertThat(RuleMatcher.matches(domain("ample.com"), FACTS, calendar -> false)).isFalse();
  }

  private static RoutingConditions words(String word) {
    return new RoutingConditions(null, null, null, List.of(word), null, null);
  }

  private static RoutingConditions domain(String domain) {
    return new RoutingConditions(null, null, null, null, List.of(domain), null);
  }

  @Test
  void longTextsAreCutByBytesBetweenCharacters() {
    assertThat(TicketWords.cut("short", 100)).isEqualTo("short");
    String clefs = "\uD834\uDD1E".repeat(1000);
    String cut = TicketWords.cut(clefs, 1001);
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(500, 1001);
    assertThat(clefs).startsWith(cut);
    assertThat(cut).doesNotContain("?").hasSizeLessThan(clefs.length());
    assertThat(cut.length() % 2).as("no half of a pair").isZero();
  }
}
