package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.DutyShare;
import dev.tocsin.schedules.HourKind;
import dev.tocsin.schedules.OnCallSegment;
import dev.tocsin.schedules.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what each person of a timeline is on. */
public final class DutyLedger {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final HourKinds kinds;
  private final List<Account> accounts = new ArrayList<>();

  private DutyLedger(HourKinds kinds) {
    this.kinds = kinds;
  }

  /** Return everybody's share of a timeline, by name. */
  public static List<DutyShare> of(List<OnCallSegment> timeline, HourKinds kinds) {
    DutyLedger ledger = new DutyLedger(kinds);
    timeline.forEach(ledger::add);
    return ledger.accounts.stream()
        .map(Account::share)
        .sorted(Comparator.comparing(DutyShare::userName, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private void add(OnCallSegment segment) {
    if (segment.users().isEmpty()) {
      return;
    }
    List<Account> on = segment.users().stream().map(this::account).toList();
    on.forEach(account -> account.come(segment.start(), segment.end()));
    kinds.split(
        segment.start(),
        segment.end(),
        (start, end, kind) -> on.forEach(account -> account.add(start, end, kind)));
  }

  private Account account(Person person) {
    return accounts.stream()
        .filter(account -> account.person.isSameAs(person))
        .findFirst()
        .orElseGet(
            () -> {
              Account opened = new Account(person);
              accounts.add(opened);
              return opened;
            });
  }

  /** What one person is on. */
  private final class Account {
    private final Person person;
    private final Map<HourKind, Duration> byKind = new EnumMap<>(HourKind.class);
    private final Set<LocalDate> nights = new HashSet<>();
    private final Set<LocalDate> weekends = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private Instant until = Instant.MIN;
    private int shifts;

    Account(Person person) {
      this.person = person;
    }

    /** Whoever stays on when others come or go has not begun another shift. */
    void come(Instant start, Instant end) {
      shifts += until.equals(start) ? 0 : 1;
      until = end;
    }

    void add(Instant start, Instant end, HourKind kind) {
      byKind.merge(kind, Duration.between(start, end), Duration::plus);
      if (kind.isNight()) {
        nights.add(kinds.nightOf(start));
      }
      if (kind.isWeekend()) {
        weekends.add(kinds.weekendOf(start));
      }
      if (kinds.isHoliday(start)) {
        holidays.add(kinds.dayOf(start));
      }
    }

    DutyShare share() {
      Map<HourKind, BigDecimal> hours = new EnumMap<>(HourKind.class);
      for (HourKind kind : HourKind.values()) {
        hours.put(kind, hours(byKind.getOrDefault(kind, Duration.ZERO)));
      }
      Duration all = byKind.values().stream().reduce(Duration.ZERO, Duration::plus);
      return new DutyShare(
          person.name(),
          person.userId(),
          shifts,
          hours(all),
          nights.size(),
          weekends.size(),
          holidays.size(),
          hours);
    }
  }

  private static BigDecimal hours(Duration duration) {
    return BigDecimal.valueOf(duration.toSeconds())
        .divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
  }
}
