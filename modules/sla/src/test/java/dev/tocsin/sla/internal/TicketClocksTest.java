package dev.tocsin.sla.internal;

import static dev.tocsin.sla.ClockState.BREACHED;
import static dev.tocsin.sla.ClockState.MET;
import static dev.tocsin.sla.ClockState.NOT_APPLICABLE;
import static dev.tocsin.sla.ClockState.PAUSED;
import static dev.tocsin.sla.ClockState.RUNNING;
import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.NEXT_RESPONSE;
import static dev.tocsin.sla.Metric.PERIODIC_UPDATE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static dev.tocsin.sla.internal.Happening.AGENT_REPLIED;
import static dev.tocsin.sla.internal.Happening.CLOSED;
import static dev.tocsin.sla.internal.Happening.CUSTOMER_REPLIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.platform.worktime.WorkingTime;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.internal.TicketClocks.Tracked;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketClocksTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  /** Promises of so many hours for each metric. */
  static Terms terms(int response, int next, int update, int resolution) {
    Map<Metric, Promise> promises = new EnumMap<>(Metric.class);
    Map.of(
            FIRST_RESPONSE,
            response,
            NEXT_RESPONSE,
            next,
            PERIODIC_UPDATE,
            update,
            RESOLUTION,
            resolution)
        .forEach(
            (metric, hours) ->
                promises.put(
                    metric, Promise.of(Duration.ofHours(hours), WorkingTime.aroundTheClock())));
    return new Terms(promises, EnumSet.allOf(Metric.class), false);
  }

  private static final Terms ALL = terms(1, 2, 24, 72);

  private static Instant at(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  @Test
  void theNextResponseRunsFromTheFirstUnansweredWordAndEachExchangeIsKept() {
    TicketClocks clocks =
        TicketClocks.opened(ALL, START)
            .after(CUSTOMER_REPLIED, ALL, at(0))
            .after(AGENT_REPLIED, ALL, at(1))
            .after(CUSTOMER_REPLIED, ALL, at(2))
            .after(CUSTOMER_REPLIED, ALL, at(3))
            .after(AGENT_REPLIED, ALL, at(5))
            .after(CUSTOMER_REPLIED, ALL, at(6));
    assertThat(clocks.clocks())
        .filteredOn(clock -> clock.metric() == NEXT_RESPONSE)
        .extracting(Tracked::run)
        .extracting(ClockRun::startedAt, ClockRun::state, ClockRun::metLate)
        .containsExactly(tuple(at(2), BREACHED, true), tuple(at(6), RUNNING, false));
  }

  @Test
  void thePeriodicUpdateRunsFromEachPublicWordOfAnAgent() {
    TicketClocks clocks =
        TicketClocks.opened(ALL, START)
            .after(AGENT_REPLIED, ALL, at(1))
            .after(AGENT_REPLIED, ALL, at(20))
            .after(Happening.PAUSED, ALL, at(21))
            .after(AGENT_REPLIED, ALL, at(22));
    assertThat(clocks.clocks())
        .filteredOn(clock -> clock.metric() == PERIODIC_UPDATE)
        .extracting(Tracked::run)
        .extracting(ClockRun::startedAt, ClockRun::state)
        .containsExactly(tuple(at(1), MET), tuple(at(20), MET), tuple(at(22), PAUSED));
  }

  @Test
  void closingEndsWhatNobodyOwesAnyMore() {
    TicketClocks clocks =
        TicketClocks.opened(ALL, START)
            .after(AGENT_REPLIED, ALL, at(1))
            .after(CUSTOMER_REPLIED, ALL, at(2))
            .after(CLOSED, ALL, at(3))
            .after(CUSTOMER_REPLIED, ALL, at(4))
            .after(AGENT_REPLIED, ALL, at(5));
    assertThat(clocks.clocks())
        .extracting(Tracked::metric, clock -> clock.run().state())
        .containsExactly(
            tuple(FIRST_RESPONSE, MET),
            tuple(RESOLUTION, MET),
            tuple(PERIODIC_UPDATE, NOT_APPLICABLE),
            tuple(NEXT_RESPONSE, NOT_APPLICABLE));
  }

  @Test
  void whoAsksAgainAfterATicketWasResolvedUnansweredIsOwedAResponse() {
    TicketClocks clocks =
        TicketClocks.opened(ALL, START)
            .after(CUSTOMER_REPLIED, ALL, at(0))
            .after(Happening.RESOLVED, ALL, at(0))
            .after(CUSTOMER_REPLIED, ALL, at(3))
            .after(Happening.REOPENED, ALL, at(3));
    assertThat(clocks.clocks())
        .extracting(Tracked::metric, clock -> clock.run().state(), clock -> clock.run().startedAt())
        .containsExactly(
            tuple(FIRST_RESPONSE, NOT_APPLICABLE, START),
            tuple(RESOLUTION, RUNNING, START),
            tuple(NEXT_RESPONSE, RUNNING, at(3)));
  }

  @Test
  void onlyTheMetricsThatPauseDo() {
    Terms terms = new Terms(ALL.promises(), Set.of(RESOLUTION), false);
    TicketClocks clocks = TicketClocks.opened(terms, START).after(Happening.PAUSED, terms, at(0));
    assertThat(clocks.clocks())
        .extracting(clock -> clock.run().state())
        .containsExactly(RUNNING, PAUSED);
  }
}
