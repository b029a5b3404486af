package dev.tocsin.sla;

import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.PERIODIC_UPDATE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.platform.time.ZoneRulesChanged;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.sla.internal.NewZoneRules;
import dev.tocsin.sla.internal.SlaRecalculationWork;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaRecalculationsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private static final Map<String, List<List<String>>> MONDAYS =
      Map.of("mon", List.of(List.of("09:00", "17:00")));

  private SlaDesk desk;
  private CalendarView calendar;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, sla.clock, sla.recalculation CASCADE");
    desk = new SlaDesk(beans);
    calendar =
        beans
            .get(SlaCalendars.class)
            .create(SlaDesk.ADMIN, new CalendarDraft("Always", "UTC", null, null));
  }

  private PolicyTarget within(Metric metric, Duration target) {
    return new PolicyTarget(metric, target, calendar.id());
  }

  private UUID count(@Nullable Map<String, List<List<String>>> weekly) {
    CalendarView changed =
        beans
            .get(SlaCalendars.class)
            .change(
                SlaDesk.ADMIN, calendar.id(), new CalendarDraft("Now", "UTC", weekly, null), null);
    return Objects.requireNonNull(changed.recalculation(), "an edit sets one off").id();
  }

  private static Batch step() {
    return beans.get(SlaRecalculationWork.class).run(beans.clock().instant());
  }

  private static void finish() {
    while (step().more()) {
      // until there is nothing left
    }
  }

  private static RecalculationView progress(UUID id) {
    return beans.get(SlaRecalculations.class).require(SlaDesk.AGENT, id);
  }

  @Test
  void openClocksGoByTheEditedCalendarFromTheirStartAndEndedOnesStay() {
    desk.promise(
        within(FIRST_RESPONSE, Duration.ofHours(2)), within(RESOLUTION, Duration.ofHours(2)));
    TicketView ticket = desk.open(); // Monday, 2 March, midnight
    desk.move(ticket, TicketStatus.TRIAGED);
    desk.wait(Duration.ofMinutes(30));
    desk.answer(ticket);
    desk.move(ticket, TicketStatus.WAITING);
    desk.wait(Duration.ofMinutes(90));
    desk.move(ticket, TicketStatus.IN_PROGRESS);
    desk.wait(Duration.ofHours(4));
    desk.beat();
    assertThat(desk.clocks(ticket, RESOLUTION).get(0).state()).isEqualTo(ClockState.BREACHED);

    UUID id = count(MONDAYS);
    assertThat(progress(id))
        .extracting(RecalculationView::state, RecalculationView::total, RecalculationView::done)
        .containsExactly(RecalculationState.RUNNING, 1, 0);
    finish();
    assertThat(progress(id))
        .extracting(RecalculationView::state, RecalculationView::done, RecalculationView::failed)
        .containsExactly(RecalculationState.DONE, 1, 0);
    assertThat(desk.clocks(ticket))
        .extracting(ClockView::metric, ClockView::state, ClockView::dueAt, ClockView::elapsed)
        .containsExactly(
            tuple(
                FIRST_RESPONSE,
                ClockState.MET,
                SlaDesk.at(Duration.ofHours(2)),
                Duration.ofMinutes(30)),
            tuple(
                RESOLUTION,
                ClockState.RUNNING,
                Instant.parse("2026-03-02T11:00:00Z"),
                Duration.ZERO));
    assertThat(desk.clocks(ticket, RESOLUTION).get(0).frames())
        .as("the pause is kept, and nothing was open yet")
        .extracting(FrameView::reason)
        .containsExactly("outside_hours", "waiting", "outside_hours");
    assertThat(desk.clocks(ticket, FIRST_RESPONSE).get(0).frames())
        .as("what has ended is told by the hours of that time")
        .extracting(FrameView::counted, FrameView::reason)
        .containsExactly(tuple(true, "running"));
    assertThat(
            db.<List<?>>call(
                "sla",
                unit ->
                    unit.createNativeQuery(
                            "SELECT 1 FROM sla.breach WHERE withdrawn_at IS NOT NULL")
                        .getResultList()))
        .as("and so is the breach that is none any more")
        .hasSize(1);
  }

  @Test
  void itGoesOnWhereItWasKilledAndLeavesNobodyOut() {
    desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    List<TicketView> tickets = IntStream.range(0, 230).mapToObj(i -> desk.open()).toList();
    UUID id = count(MONDAYS);
    assertThat(step().done()).isEqualTo(100);
    assertThat(progress(id).done()).as("what the next to come goes by").isEqualTo(100);
    assertThat(due(tickets, "2026-03-02T11:00:00Z")).isEqualTo(100);

    // somebody has the next ticket at this moment: it is waited for, not passed over
    UUID busy = tickets.stream().map(TicketView::id).sorted().skip(100).findFirst().orElseThrow();
    beans.inTransaction(
        () -> {
          assertThat(beans.get(Ticketing.class).tryLock(busy)).isTrue();
          assertThat(step()).isEqualTo(new Batch(0, 0, false, null));
          return true;
        });
    finish();
    assertThat(progress(id))
        .extracting(RecalculationView::state, RecalculationView::done, RecalculationView::failed)
        .containsExactly(RecalculationState.DONE, 230, 0);
    assertThat(due(tickets, "2026-03-02T11:00:00Z")).isEqualTo(230);
  }

  private long due(List<TicketView> tickets, String at) {
    return tickets.stream()
        .filter(ticket -> Instant.parse(at).equals(desk.clocks(ticket).get(0).dueAt()))
        .count();
  }

  @Test
  void aClockThatCannotBeRecomputedIsCountedAndTheOthersAre() {
    desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    desk.open();
    TicketView broken = desk.open();
    TicketView last = desk.open();
    UUID id = count(MONDAYS);
    db.sql("UPDATE sla.clock SET reason = 'no such' WHERE ticket_id = '" + broken.id() + "'");
    finish();
    assertThat(progress(id))
        .extracting(RecalculationView::state, RecalculationView::done, RecalculationView::failed)
        .containsExactly(RecalculationState.DONE, 2, 1);
    assertThat(desk.clocks(last).get(0).dueAt()).isEqualTo("2026-03-02T11:00:00Z");
  }

  @Test
  void anEditedPolicyRetargetsAndStartsWhatItNowPromises() {
    PolicyView policy = desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    TicketView ticket = desk.open();
    desk.wait(Duration.ofHours(1));
    desk.answer(ticket);
    PolicyView changed =
        beans
            .get(SlaPolicies.class)
            .change(
                SlaDesk.ADMIN,
                policy.id(),
                new PolicyDraft(
                    "more",
                    null,
                    null,
                    policy.conditions(),
                    List.of(
                        within(RESOLUTION, Duration.ofHours(9)),
                        within(PERIODIC_UPDATE, Duration.ofHours(3))),
                    null,
                    null,
                    null,
                    List.of(new Threshold("Soon", Duration.ofHours(7)))),
                policy.version());
    finish();
    assertThat(progress(Objects.requireNonNull(changed.recalculation(), "set off").id()).total())
        .isEqualTo(1);
    assertThat(desk.clocks(ticket))
        .extracting(ClockView::metric, ClockView::state, ClockView::dueAt)
        .containsExactly(
            tuple(PERIODIC_UPDATE, ClockState.RUNNING, SlaDesk.at(Duration.ofHours(4))),
            tuple(RESOLUTION, ClockState.RUNNING, SlaDesk.at(Duration.ofHours(9))));
    desk.wait(Duration.ofHours(2));
    desk.beat();
    assertThat(desk.labels()).containsExactly("Soon");
  }

  @Test
  void newTimeZoneRulesRecomputeWhatCountsByACalendar() {
    desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    TicketView ticket = desk.open();
    // as if it had been computed by other rules
    db.sql("UPDATE sla.clock SET due_at = due_at + interval '1 hour'");
    beans.inTransaction(
        () -> {
          beans.get(NewZoneRules.class).on(new ZoneRulesChanged("2026a", "2026b"));
          return true;
        });
    assertThat(beans.get(SlaRecalculations.class).running(SlaDesk.AGENT))
        .extracting(RecalculationView::causeId, RecalculationView::total)
        .contains(tuple(calendar.id(), 1));
    finish();
    assertThat(desk.clocks(ticket).get(0).dueAt()).isEqualTo(SlaDesk.at(Duration.ofHours(2)));
  }

  @Test
  void anEditThatConcernsNobodyIsDoneAtOnce() {
    UUID id = count(MONDAYS);
    assertThat(progress(id).state()).isEqualTo(RecalculationState.DONE);
    assertThat(beans.get(SlaRecalculations.class).running(SlaDesk.AGENT)).isEmpty();
    assertThatThrownBy(() -> progress(calendar.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void whatAPolicyPromisedIsPromisedAgainOnceItIsBack() {
    PolicyView own = desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    TicketView ticket = desk.open();
    List<PolicyView> others =
        beans.get(SlaPolicies.class).list(SlaDesk.ADMIN).stream()
            .filter(policy -> policy.name().equals("P2-Medium"))
            .toList();
    others.forEach(policy -> enable(policy, false));
    try {
      enable(own, false);
      finish();
      assertThat(desk.clocks(ticket, RESOLUTION))
          .extracting(ClockView::state)
          .containsExactly(ClockState.CANCELLED);
      desk.wait(Duration.ofHours(1));
      enable(own, true);
      finish();
      assertThat(desk.clocks(ticket, RESOLUTION))
          .extracting(ClockView::state, ClockView::dueAt)
          .containsExactly(
              tuple(ClockState.CANCELLED, SlaDesk.at(Duration.ofHours(2))),
              tuple(ClockState.RUNNING, SlaDesk.at(Duration.ofHours(2))));
    } finally {
      others.forEach(policy -> enable(policy, true));
      finish();
    }
  }

  private static void enable(PolicyView policy, boolean enabled) {
    beans
        .get(SlaPolicies.class)
        .change(
            SlaDesk.ADMIN,
            policy.id(),
            new PolicyDraft(
                policy.name(),
                null,
                enabled,
                policy.conditions(),
                policy.targets(),
                null,
                null,
                null,
                null),
            null);
  }

  @Test
  void aClockThatPausesBeforeTheEditHasComeToItIsRightAfterwards() {
    count(MONDAYS);
    desk.promise(within(RESOLUTION, Duration.ofHours(2)));
    TicketView waiting = desk.open();
    TicketView resumed = desk.open();
    desk.move(waiting, TicketStatus.TRIAGED);
    desk.move(resumed, TicketStatus.TRIAGED);
    desk.wait(Duration.ofHours(10));
    count(null); // by which two hours were over long ago
    desk.move(waiting, TicketStatus.WAITING);
    desk.move(resumed, TicketStatus.WAITING, TicketStatus.IN_PROGRESS);
    assertThat(desk.clocks(waiting).get(0).state()).isEqualTo(ClockState.PAUSED);
    assertThat(desk.clocks(resumed).get(0).state()).isEqualTo(ClockState.BREACHED);
    finish();
    for (TicketView ticket : List.of(waiting, resumed)) {
      assertThat(desk.clocks(ticket))
          .extracting(ClockView::state, ClockView::breachedAt)
          .containsExactly(tuple(ClockState.BREACHED, SlaDesk.at(Duration.ofHours(2))));
    }
  }
}
