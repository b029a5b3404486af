package dev.tocsin.sla;

import static dev.tocsin.sla.Metric.NEXT_RESPONSE;
import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaReportsTest {

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
    desk.promise(
        new PolicyTarget(RESOLUTION, Duration.ofHours(4), null),
        new PolicyTarget(NEXT_RESPONSE, Duration.ofHours(1), null));
  }

  private static SlaReportQuery query(SlaReportQuery.By by, String zone) {
    return new SlaReportQuery(
        SlaDesk.at(Duration.ofDays(-1)), SlaDesk.at(Duration.ofDays(1)), by, ZoneId.of(zone));
  }

  private List<ComplianceRow> report(SlaReportQuery.By by, String zone) {
    return beans.get(SlaReports.class).compliance(SlaDesk.AGENT, query(by, zone));
  }

  @Test
  void promisesAreCountedOnceATicketByTheWorstOfItsExchanges() {
    TicketView kept = desk.open();
    TicketView broken = desk.open();
    desk.move(kept, TicketStatus.TRIAGED, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
    desk.answer(broken);
    for (int hour = 0; hour < 6; hour += 2) {
      desk.wait(Duration.ofHours(hour));
      desk.ask(broken);
      desk.wait(Duration.ofHours(hour).plusMinutes(hour == 2 ? 90 : 30));
      desk.answer(broken);
    }
    desk.beat();
    assertThat(report(SlaReportQuery.By.CUSTOMER, "UTC"))
        .extracting(
            ComplianceRow::key,
            ComplianceRow::metric,
            ComplianceRow::met,
            ComplianceRow::breached,
            ComplianceRow::compliance)
        .containsExactly(
            tuple(desk.customer.toString(), NEXT_RESPONSE, 0L, 1L, 0.0),
            tuple(desk.customer.toString(), RESOLUTION, 1L, 1L, 0.5));
    assertThat(report(SlaReportQuery.By.TEAM, "UTC"))
        .extracting(ComplianceRow::key)
        .containsOnlyNulls();
    assertThat(report(SlaReportQuery.By.POLICY, "UTC"))
        .extracting(ComplianceRow::name)
        .containsOnly("for one");
    assertThat(
            beans
                .get(SlaReports.class)
                .breaches(SlaDesk.AGENT, query(SlaReportQuery.By.DAY, "UTC"), PageRequest.first())
                .data())
        .extracting(
            BreachRow::ticketNumber, row -> row.clock().metric(), row -> row.clock().dueAt())
        .containsExactly(
            tuple(broken.number(), RESOLUTION, SlaDesk.at(Duration.ofHours(4))),
            tuple(broken.number(), NEXT_RESPONSE, SlaDesk.at(Duration.ofHours(3))));
  }

  @Test
  void periodsAreThoseOfTheZone() {
    TicketView ticket = desk.open(); // midnight in UTC is still the day before in New York
    desk.move(ticket, TicketStatus.CLOSED);
    assertThat(report(SlaReportQuery.By.DAY, "UTC"))
        .extracting(ComplianceRow::name)
        .containsExactly("2026-03-02");
    assertThat(report(SlaReportQuery.By.DAY, "America/New_York"))
        .extracting(ComplianceRow::name)
        .containsExactly("2026-03-01");
    assertThat(report(SlaReportQuery.By.MONTH, "UTC"))
        .extracting(ComplianceRow::name)
        .containsExactly("2026-03-01");
  }

  @Test
  void customersSeeNoReportsAndTimeRunsForward() {
    assertThatThrownBy(
            () ->
                beans
                    .get(SlaReports.class)
                    .compliance(desk.asker, query(SlaReportQuery.By.DAY, "UTC")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(
            () ->
                new SlaReportQuery(
                    SlaDesk.at(Duration.ZERO),
                    SlaDesk.at(Duration.ZERO),
                    SlaReportQuery.By.DAY,
                    ZoneId.of("UTC")))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void missedDeadlinesComePageByPageAlsoWhereManyWereMissedAtOnce() {
    for (int i = 0; i < 7; i++) {
      desk.open();
    }
    desk.wait(Duration.ofHours(5));
    desk.beat();
    List<String> numbers = new ArrayList<>();
    String cursor = null;
    do {
      Page<BreachRow> page =
          beans
              .get(SlaReports.class)
              .breaches(
                  SlaDesk.AGENT, query(SlaReportQuery.By.DAY, "UTC"), new PageRequest(3, cursor));
      page.data().forEach(row -> numbers.add(row.ticketNumber()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(numbers).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aReportOfNoTimeAnybodyLivesInIsRefused() {
    assertThatThrownBy(
            () ->
                new SlaReportQuery(
                    Instant.MIN, Instant.MAX, SlaReportQuery.By.DAY, ZoneId.of("UTC")))
        .isInstanceOf(Rejected.class);
  }
}
