package dev.tocsin.sla;

import static dev.tocsin.sla.ClockState.BREACHED;
import static dev.tocsin.sla.ClockState.MET;
import static dev.tocsin.sla.ClockState.NOT_APPLICABLE;
import static dev.tocsin.sla.ClockState.RUNNING;
import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.NEXT_RESPONSE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.sla.SlaPreview.Event;
import dev.tocsin.sla.SlaPreview.EventType;
import dev.tocsin.sla.SlaPreview.Hours;
import dev.tocsin.sla.SlaPreview.Target;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaPreviewTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Hours ALWAYS = calendar(null);
  private static final List<Target> CRITICAL =
      List.of(
          new Target(FIRST_RESPONSE, Duration.ofMinutes(15)),
          new Target(RESOLUTION, Duration.ofHours(4)));

  private static Hours calendar(@Nullable Map<String, List<List<String>>> weekly) {
    return new Hours(null, new CalendarDraft("here", "Europe/Berlin", weekly, null));
  }

  private static Event event(Duration since, EventType type) {
    return new Event(START.plus(since), type, null, null, null);
  }

  private static List<ClockView> preview(
      Hours calendar, List<Target> targets, Duration at, Event... events) {
    SlaPreview story =
        new SlaPreview(calendar, targets, List.of(events), START.plus(at), null, null);
    return beans.get(ServiceLevels.class).preview(SlaDesk.AGENT, story);
  }

  private static Event created() {
    return event(Duration.ZERO, EventType.CREATED);
  }

  @Test
  @Tag("support-19")
  @Tag("support-20")
  void aBreachIsOneNanosecondAfterTheDeadline() {
    assertThat(preview(ALWAYS, CRITICAL, Duration.ofMinutes(10), created()))
        .extracting(ClockView::state)
        .containsOnly(RUNNING);
    assertThat(preview(ALWAYS, CRITICAL, Duration.ofMinutes(15), created()))
        .extracting(ClockView::state, ClockView::remaining)
        .startsWith(tuple(RUNNING, Duration.ZERO));
    assertThat(preview(ALWAYS, CRITICAL, Duration.ofMinutes(15).plusNanos(1), created()))
        .extracting(ClockView::metric, ClockView::state, ClockView::breachedAt)
        .startsWith(tuple(FIRST_RESPONSE, BREACHED, START.plus(Duration.ofMinutes(15))));
    assertThat(preview(ALWAYS, CRITICAL, Duration.ofHours(4).plusSeconds(1), created()))
        .extracting(ClockView::metric, ClockView::state)
        .containsExactly(tuple(FIRST_RESPONSE, BREACHED), tuple(RESOLUTION, BREACHED));
  }

  @Test
  @Tag("support-22")
  void resolvedAtTheVeryDeadlineIsInTimeAndANanosecondLaterIsNot() {
    Duration due = Duration.ofDays(7);
    List<Target> week = List.of(new Target(RESOLUTION, due));
    assertThat(preview(ALWAYS, week, due, created(), event(due, EventType.RESOLVED)))
        .extracting(ClockView::state)
        .containsExactly(MET);
    Duration late = due.plusNanos(1);
    assertThat(preview(ALWAYS, week, late, created(), event(late, EventType.RESOLVED)))
        .extracting(ClockView::state, ClockView::metLate)
        .containsExactly(tuple(BREACHED, true));
  }

  @Test
  @Tag("support-23")
  void pausesReopeningAndExchangesAreToldLikeLiveOnes() {
    List<Target> targets =
        List.of(
            new Target(RESOLUTION, Duration.ofDays(1)),
            new Target(NEXT_RESPONSE, Duration.ofHours(2)));
    List<ClockView> clocks =
        preview(
            ALWAYS,
            targets,
            Duration.ofHours(40),
            created(),
            event(Duration.ofHours(1), EventType.AGENT_REPLIED),
            event(Duration.ofHours(2), EventType.PAUSED),
            event(Duration.ofHours(12), EventType.CUSTOMER_REPLIED),
            event(Duration.ofHours(12), EventType.RESUMED),
            event(Duration.ofHours(15), EventType.RESOLVED),
            event(Duration.ofHours(33), EventType.REOPENED));
    assertThat(clocks)
        .extracting(ClockView::metric, ClockView::state, ClockView::dueAt)
        .containsExactly(
            tuple(RESOLUTION, BREACHED, START.plus(Duration.ofHours(34))),
            tuple(NEXT_RESPONSE, BREACHED, START.plus(Duration.ofHours(14))));
    assertThat(clocks.get(0).frames())
        .extracting(FrameView::counted, FrameView::reason)
        .containsExactly(
            tuple(true, "running"),
            tuple(false, "waiting"),
            tuple(true, "running"),
            tuple(true, "resolved"),
            tuple(true, "running"));
    assertThat(clocks.get(1).endedAt()).as("nobody answered, so it is never met").isNotNull();
    assertThat(clocks.get(1).metLate()).isNull();
  }

  @Test
  void targetsAndCalendarsThatChangeCountFromTheStart() {
    Hours mornings = calendar(Map.of("mon", List.of(List.of("09:00", "12:00"))));
    Event wider =
        new Event(
            START.plus(Duration.ofHours(1)),
            EventType.TARGET_CHANGED,
            RESOLUTION,
            Duration.ofHours(5),
            null);
    Event calendar =
        new Event(
            START.plus(Duration.ofHours(2)), EventType.CALENDAR_CHANGED, null, null, mornings);
    List<ClockView> clocks =
        preview(ALWAYS, CRITICAL, Duration.ofHours(3), created(), wider, calendar);
    assertThat(clocks)
        .extracting(ClockView::state, ClockView::dueAt)
        .containsExactly(
            tuple(RUNNING, Instant.parse("2026-03-02T08:15:00Z")),
            tuple(RUNNING, Instant.parse("2026-03-09T10:00:00Z")));
    assertThat(
            preview(
                ALWAYS,
                CRITICAL,
                Duration.ofHours(3),
                created(),
                event(Duration.ofMinutes(5), EventType.CLOSED)))
        .extracting(ClockView::state)
        .containsExactly(NOT_APPLICABLE, MET);
  }

  @Test
  void everyFaultOfAStoryIsNamed() {
    Event early = event(Duration.ofHours(-1), EventType.CREATED);
    Event late = event(Duration.ofHours(9), EventType.RESOLVED);
    Event vague =
        new Event(
            START.plus(Duration.ofHours(8)), EventType.TARGET_CHANGED, RESOLUTION, null, null);
    assertThatThrownBy(
            () ->
                preview(
                    ALWAYS,
                    List.of(new Target(RESOLUTION, Duration.ZERO)),
                    Duration.ofHours(8),
                    created(),
                    early,
                    late,
                    vague))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/targets/0/target", "out_of_range"),
            tuple("/events/1/type", "invalid"),
            tuple("/events/1/at", "out_of_order"),
            tuple("/events/2/at", "out_of_range"),
            tuple("/events/3/at", "out_of_order"),
            tuple("/events/3/target", "required"));
    assertThatThrownBy(
            () -> preview(new Hours(Ids.next(), null), CRITICAL, Duration.ZERO, created()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/calendar");
    Hours bad = new Hours(null, new CalendarDraft("here", "Nowhere", null, null));
    assertThatThrownBy(() -> preview(bad, CRITICAL, Duration.ZERO, created()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/calendar/time_zone");
  }
}
