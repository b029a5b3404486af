package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.ticketing.ConditionCheck;
import dev.tocsin.ticketing.RoutingConditions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges routing conditions; what it says of each is what people read. */
final class RuleMatcher {

  private RuleMatcher() {}

  /**
   * Returns whether every condition holds.
   *
   * @param open whether a calendar counts the moment at which the ticket is opened
   */
  static boolean matches(RoutingConditions conditions, RoutingFacts facts, Predicate<UUID> open) {
    return judge(conditions, facts, open).allMatch(ConditionCheck::holds);
  }

  /** Returns how a ticket stands to each condition given, judged one by one as they are asked. */
  static Stream<ConditionCheck> judge(
      RoutingConditions conditions, RoutingFacts facts, Predicate<UUID> open) {
    return Stream.<Supplier<@Nullable ConditionCheck>>of(
            () ->
                anyOf(
                    "priority",
                    conditions.priority(),
                    facts.priority()::equals,
                    met -> "is " + Code.of(facts.priority())),
            () -> anyOf("tag", conditions.tag(), facts.tags()::contains, met -> tags(facts, met)),
            () ->
                anyOf(
                    "customer_id",
                    conditions.customerId(),
                    facts.customerId()::equals,
                    met -> met.isPresent() ? "is one of them" : "is another customer"),
            () ->
                anyOf(
                    "words",
                    conditions.words(),
                    word -> stands(word, facts.text()),
                    met ->
                        met.map(word -> "“" + word + "” stands in subject or body")
                            .orElse("none of them stands in subject or body")),
            () ->
                anyOf(
                    "requester_domain",
                    conditions.requesterDomain(),
                    domain -> isOf(domain, facts.requesterEmail()),
                    met -> domain(facts.requesterEmail())),
            () ->
                anyOf(
                    "calendar_id",
                    conditions.calendarId() == null ? null : List.of(conditions.calendarId()),
                    open,
                    met -> met.isPresent() ? "it is business time" : "it is not business time"))
        .map(Supplier::get)
        .filter(Objects::nonNull);
  }

  private static <T> @Nullable ConditionCheck anyOf(
      String condition,
      @Nullable List<T> wanted,
      Predicate<? super T> test,
      Function<Optional<T>, String> why) {
    if (wanted == null || wanted.isEmpty()) {
      return null;
    }
    Optional<T> met = wanted.stream().filter(test).findFirst();
    return new ConditionCheck(condition, met.isPresent(), why.apply(met));
  }

  private static String tags(RoutingFacts facts, Optional<String> met) {
    return met.map(tag -> "has " + tag)
        .orElseGet(
            () -> facts.tags().isEmpty() ? "has none" : "has " + String.join(", ", facts.tags()));
  }

  private static boolean stands(String word, String text) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private static boolean isOf(String domain, @Nullable String email) {
    return email != null
        && email.toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT));
  }

  private static String domain(@Nullable String email) {
    return email == null
        ? "the requester has no address"
        : "is " + email.substring(email.lastIndexOf('@') + 1);
  }
}
