package dev.tocsin.ticketing.internal;

import dev.tocsin.ticketing.RoutingConditions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges routing conditions; what it says of a rule that does not match is what people read. */
final class RuleMatcher {

  private RuleMatcher() {}

  /** Returns whether every condition holds. */
  static boolean matches(RoutingConditions conditions, RoutingFacts facts) {
    return mismatch(conditions, facts).isEmpty();
  }

  /** Returns the first condition that does not hold, by name; empty when all do. */
  static Optional<String> mismatch(RoutingConditions conditions, RoutingFacts facts) {
    if (!anyOf(conditions.priority(), facts.priority()::equals)) {
      return Optional.of("priority");
    }
    if (!anyOf(conditions.tag(), facts.tags()::contains)) {
      return Optional.of("tag");
    }
    if (!anyOf(conditions.customerId(), facts.customerId()::equals)) {
      return Optional.of("customer_id");
    }
    if (!anyOf(conditions.words(), word -> stands(word, facts.text()))) {
      return Optional.of("words");
    }
    return anyOf(conditions.requesterDomain(), domain -> isOf(domain, facts.requesterEmail()))
        ? Optional.empty()
        : Optional.of("requester_domain");
  }

  private static <T> boolean anyOf(@Nullable List<T> wanted, Predicate<T> test) {
    return wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(test);
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
}
