package dev.tocsin.schedules.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The nationwide holidays of some countries, computed from the rules in {@code holidays.txt}: what
 * Tocsin knows without asking anybody.
 */
final class HolidayRules {
  /** The rules that come with Tocsin. */
  static final HolidayRules BUNDLED = bundled();

  private final Map<String, List<HolidayRule>> byCountry = new HashMap<>();

  /** Read rules, one a line; see {@code holidays.txt} for how they are written. */
  HolidayRules(Reader rules) throws IOException {
    BufferedReader lines = new BufferedReader(rules);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String country = line.substring(0, line.indexOf('|')).strip();
        byCountry.computeIfAbsent(country, any -> new ArrayList<>()).add(HolidayRule.parse(line));
      }
    }
  }

  private static HolidayRules bundled() {
    try (Reader rules =
        new InputStreamReader(
            Objects.requireNonNull(HolidayRules.class.getResourceAsStream("holidays.txt")),
            StandardCharsets.UTF_8)) {
      return new HolidayRules(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return a year's holidays of a country by their days; none for a country without rules. */
  Map<LocalDate, List<String>> of(String country, int year) {
    Map<LocalDate, List<String>> days = new TreeMap<>();
    List<HolidayRule> rules = byCountry.getOrDefault(country, List.of());
    // a day that moves off a weekend may come from the year before or after
    for (int from = year - 1; from <= year + 1; from++) {
      observe(rules, from, days);
    }
    days.keySet().removeIf(day -> day.getYear() != year);
    return days;
  }

  private static void observe(
      List<HolidayRule> rules, int year, Map<LocalDate, List<String>> days) {
    List<HolidayRule> known = rules.stream().filter(rule -> year >= rule.since()).toList();
    known.forEach(rule -> add(days, rule.day(year), rule.name()));
    for (HolidayRule rule : known) {
      LocalDate observed = rule.weekend().observed(rule.day(year), days.keySet());
      if (!observed.equals(rule.day(year))) {
        add(days, observed, rule.name() + " (observed)");
      }
    }
  }

  private static void add(Map<LocalDate, List<String>> days, LocalDate day, String name) {
    days.computeIfAbsent(day, any -> new ArrayList<>()).add(name);
  }
}
