package dev.tocsin.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.worktime.DayFrame;
import dev.tocsin.platform.worktime.WeeklyHours;
import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.TicketStory.Chapter;
import dev.tocsin.ticketing.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TicketClocksProperties {

  private static final Set<TicketStatus> ENDS = Set.of(TicketStatus.RESOLVED, TicketStatus.CLOSED);
  static final Instant START = Instant.parse("2026-03-25T07:00:00Z");
  static final WorkingTime OFFICE =
      new WeeklyHours(
          ZoneId.of("Europe/Berlin"),
          Map.of(
              DayOfWeek.THURSDAY, List.of(new DayFrame(540, 720), new DayFrame(780, 1020)),
              DayOfWeek.FRIDAY, List.of(new DayFrame(540, 1020)),
              DayOfWeek.SATURDAY, List.of(new DayFrame(22 * 60, 30 * 60)),
              DayOfWeek.MONDAY, List.of(new DayFrame(0, 1440))),
          Map.of());

  private static Terms terms(Random random) {
    Map<Metric, Promise> promises = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      WorkingTime time = random.nextBoolean() ? OFFICE : WorkingTime.aroundTheClock();
      promises.put(metric, Promise.of(Duration.ofNanos(1 + random.nextLong(1L << 47)), time));
    }
    return new Terms(promises, EnumSet.allOf(Metric.class), true);
  }

  /** A ticket's life by its state machine; one that never ends has no ended clock to keep. */
  private static List<Chapter> life(Random random, boolean ends) {
    List<Chapter> chapters = new ArrayList<>();
    TicketStatus status = TicketStatus.TRIAGED;
    Instant now = START;
    for (int i = 0; i < 20; i++) {
      now = now.plusNanos(random.nextLong(1L << 45));
      switch (random.nextInt(ends ? 3 : 2)) {
        case 0 -> chapters.add(new Chapter(Happening.CUSTOMER_REPLIED, now));
        case 1 -> {
          TicketStatus from = status;
          List<TicketStatus> next =
              from.next().stream().filter(to -> ends || !ENDS.contains(to)).toList();
          if (!next.isEmpty()) {
            status = next.get(random.nextInt(next.size()));
            Instant at = now;
            Happening.of(from, status).ifPresent(what -> chapters.add(new Chapter(what, at)));
          }
        }
        default -> chapters.add(new Chapter(Happening.AGENT_REPLIED, now));
      }
    }
    chapters.add(new Chapter(Happening.CUSTOMER_REPLIED, now));
    return chapters;
  }

  @Property(tries = 200)
  void recomputingFromTheHistoryEqualsTheLiveClocks(@ForAll long seed) {
    Random random = new Random(seed);
    List<Chapter> life = life(random, false);
    Terms terms = terms(random);
    TicketClocks live = TicketClocks.opened(terms, START);
    for (Chapter chapter : life) {
      // a heartbeat passes by, targets and calendars change, the clocks run on
      live = live.judged(chapter.at().minusNanos(random.nextInt(3)));
      if (random.nextInt(4) == 0) {
        terms = terms(random);
        live = live.by(terms, chapter.at());
      }
      live = live.after(chapter.what(), terms, chapter.at());
    }
    Instant end = life.get(life.size() - 1).at();
    TicketClocks told = new TicketStory(START, life).fold(terms);
    assertThat(live.by(terms, end).judged(end)).isEqualTo(told.judged(end));
  }

  @Property(tries = 200)
  void itMattersNotHowOftenAnybodyLooked(@ForAll long seed) {
    Random random = new Random(seed);
    List<Chapter> life = life(random, true);
    Terms terms = terms(random);
    TicketClocks live = TicketClocks.opened(terms, START);
    for (Chapter chapter : life) {
      live = live.judged(chapter.at().minusNanos(random.nextInt(3)));
      live = live.after(chapter.what(), terms, chapter.at());
    }
    Instant end = life.get(life.size() - 1).at();
    assertThat(live.judged(end)).isEqualTo(new TicketStory(START, life).fold(terms).judged(end));
  }
}
