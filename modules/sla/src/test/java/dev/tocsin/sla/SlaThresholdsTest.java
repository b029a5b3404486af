package dev.tocsin.sla;

import static dev.tocsin.sla.Metric.FIRST_RESPONSE;
import static dev.tocsin.sla.Metric.NEXT_RESPONSE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaThresholdsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private SlaDesk desk;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, sla.clock CASCADE");
    desk = new SlaDesk(beans);
  }

  private static PolicyTarget within(Metric metric, Duration target) {
    return new PolicyTarget(metric, target, null);
  }

  @Test
  @Tag("ticketpulse-11")
  void eachBandIsAnnouncedOnceWhenItIsEntered() {
    desk.promise(within(RESOLUTION, Duration.ofHours(4)));
    TicketView ticket = desk.open();
    desk.wait(Duration.ofMinutes(59));
    assertThat(desk.beat()).isEqualTo(Batch.NOTHING);
    desk.wait(Duration.ofHours(1));
    assertThat(desk.beat().done()).isEqualTo(1);
    assertThat(desk.beat()).isEqualTo(Batch.NOTHING);
    assertThat(desk.sla(ticket)).isEqualTo(SlaState.AT_RISK);
    desk.wait(Duration.ofHours(2));
    desk.beat();
    desk.beat();
    assertThat(desk.labels())
        .containsExactly("Less than 3 hours remaining", "Less than 2 hours remaining");
    assertThat(beans.announced(SlaThresholdReached.class))
        .noneMatch(SlaThresholdReached::late)
        .extracting(SlaThresholdReached::dueAt)
        .containsOnly(SlaDesk.at(Duration.ofHours(4)));
    desk.wait(Duration.ofHours(4).plusSeconds(1));
    desk.beat();
    assertThat(desk.tickets.history(SlaDesk.AGENT, ticket.number()))
        .as("and the ticket remembers what was told")
        .extracting(HistoryView::action)
        .endsWith("sla_threshold_reached", "sla_threshold_reached", "sla_breached");
    assertThat(desk.tickets.history(desk.asker, ticket.number()))
        .extracting(HistoryView::action)
        .noneMatch(action -> action.startsWith("sla_"));
    assertThat(desk.labels()).as("the rest was overtaken by the breach").hasSize(2);
    assertThat(beans.announced(SlaBreached.class)).hasSize(1);
    assertThat(desk.clocks(ticket, RESOLUTION).get(0).thresholds())
        .extracting(ThresholdView::label, t -> t.announcedAt() != null, ThresholdView::superseded)
        .containsExactly(
            tuple("Less than 3 hours remaining", true, null),
            tuple("Less than 2 hours remaining", true, null),
            tuple("Less than 1 hour remaining", false, true),
            tuple("Less than 30 minutes remaining", false, true),
            tuple("Less than 15 minutes remaining", false, true),
            tuple("BREACHED", true, null));
  }

  @Test
  void afterDowntimeOnlyTheTightestBandIsAnnouncedAsLate() {
    desk.promise(within(RESOLUTION, Duration.ofHours(4)));
    TicketView ticket = desk.open();
    desk.wait(Duration.ofHours(3).plusMinutes(31));
    assertThat(desk.beat().done()).isEqualTo(1);
    assertThat(beans.announced(SlaThresholdReached.class))
        .extracting(SlaThresholdReached::label, SlaThresholdReached::late)
        .containsExactly(tuple("Less than 30 minutes remaining", true));
    assertThat(desk.clocks(ticket, RESOLUTION).get(0).thresholds())
        .extracting(ThresholdView::superseded)
        .containsExactly(true, true, true, null, null, null);
    desk.wait(Duration.ofHours(3).plusMinutes(45));
    desk.beat();
    assertThat(desk.labels()).hasSize(2).endsWith("Less than 15 minutes remaining");
  }

  @Test
  @Tag("ticketpulse-6")
  void aBreachIsAnnouncedWhateverItsAge() {
    desk.promise(within(RESOLUTION, Duration.ofHours(4)));
    desk.open();
    desk.wait(Duration.ofDays(40));
    desk.beat();
    assertThat(beans.announced(SlaBreached.class)).hasSize(1);
    assertThat(desk.labels()).isEmpty();
    assertThat(desk.beat()).isEqualTo(Batch.NOTHING);
  }

  @Test
  void aBandThatAClockStartsInIsNotAnnounced() {
    desk.promise(within(FIRST_RESPONSE, Duration.ofMinutes(20)));
    TicketView ticket = desk.open();
    assertThat(desk.sla(ticket)).isEqualTo(SlaState.OK);
    desk.wait(Duration.ofMinutes(4));
    assertThat(desk.beat()).isEqualTo(Batch.NOTHING);
    desk.wait(Duration.ofMinutes(5));
    desk.beat();
    assertThat(desk.labels()).containsExactly("Less than 15 minutes remaining");
  }

  @Test
  @Tag("ticketpulse-7")
  void aPausedClockEntersNoBandAndIsNotAtRisk() {
    desk.promise(within(RESOLUTION, Duration.ofHours(4)));
    TicketView ticket = desk.open();
    desk.move(ticket, TicketStatus.TRIAGED);
    desk.wait(Duration.ofHours(1));
    desk.beat();
    desk.move(ticket, TicketStatus.WAITING);
    assertThat(desk.sla(ticket)).isEqualTo(SlaState.OK);
    desk.wait(Duration.ofDays(3));
    assertThat(desk.beat()).isEqualTo(Batch.NOTHING);
    assertThat(desk.labels()).hasSize(1);
    desk.move(ticket, TicketStatus.IN_PROGRESS);
    assertThat(desk.labels()).as("another due time is another announcement").hasSize(2);
    assertThat(beans.announced(SlaThresholdReached.class))
        .as("nobody could have told of it sooner")
        .noneMatch(SlaThresholdReached::late);
  }

  @Test
  @Tag("ticketpulse-20")
  void theNextExchangeIsAnnouncedAlthoughItsLabelIsTheSame() {
    desk.promise(within(NEXT_RESPONSE, Duration.ofHours(4)));
    TicketView ticket = desk.open();
    desk.answer(ticket);
    desk.ask(ticket);
    desk.wait(Duration.ofHours(1));
    desk.beat();
    desk.answer(ticket);
    desk.ask(ticket);
    desk.wait(Duration.ofHours(2));
    desk.beat();
    assertThat(desk.labels())
        .containsExactly("Less than 3 hours remaining", "Less than 3 hours remaining");
    assertThat(desk.clocks(ticket, NEXT_RESPONSE))
        .extracting(ClockView::state)
        .containsExactly(ClockState.MET, ClockState.RUNNING);
  }
}
