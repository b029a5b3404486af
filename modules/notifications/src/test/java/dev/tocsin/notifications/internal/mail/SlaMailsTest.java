package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CreateTeam;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Patch;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.sla.SlaBreached;
import dev.tocsin.sla.SlaThresholdReached;
import dev.tocsin.sla.internal.SlaDeadlines;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaMailsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  private final MailDesk desk = new MailDesk(beans);

  @SuppressWarnings("NullAway.Init") // before each test
  private CustomerView acme;

  @SuppressWarnings("NullAway.Init") // before each test
  private UserView agnes;

  @BeforeEach
  void begin() {
    desk.sendThrough(1); // nothing is sent
    db.sql("TRUNCATE ticketing.ticket, sla.clock CASCADE");
    acme = desk.customer("en");
    agnes = desk.user("Agnes", null);
    db.sql("TRUNCATE notifications.delivery CASCADE");
  }

  @AfterEach
  void stop() {
    desk.set("mail.host", "");
  }

  /** One second after the first deadline of a ticket of this priority; looked at. */
  private void missTheFirstDeadline() {
    beans.clock().advance(Duration.ofHours(1).plusSeconds(1));
    beans.get(SlaDeadlines.class).run(beans.clock().instant());
  }

  private List<DeliverySummary> told() {
    return desk.written().stream().filter(d -> d.eventType().contains("sla_")).toList();
  }

  private String body(DeliverySummary mail) {
    return String.valueOf(beans.get(Deliveries.class).require(MailDesk.ADMIN, mail.id()).body());
  }

  @Test
  void theAssigneeHearsOfABandAndOfTheBreachOnce() {
    TicketView ticket = desk.open(acme, "jo@example.org", agnes.id());
    beans.clock().advance(Duration.ofMinutes(50));
    beans.get(SlaDeadlines.class).run(beans.clock().instant());
    beans.clock().advance(Duration.ofMinutes(-50));
    missTheFirstDeadline();
    beans.get(SlaDeadlines.class).run(beans.clock().instant());

    assertThat(told())
        .extracting(DeliverySummary::eventType)
        .containsExactly("ticket_mail.sla_at_risk", "ticket_mail.sla_breached");
    assertThat(told()).extracting(DeliverySummary::address).containsOnly(agnes.email());
    assertThat(body(told().get(0)))
        .contains("Less than 15 minutes remaining", "first response", "2026-03-02 01:00 UTC");
    assertThat(body(told().get(1))).contains("missed", ticket.number());
    assertThat(desk.written())
        .filteredOn(d -> d.address().equals("jo@example.org"))
        .extracting(DeliverySummary::eventType)
        .containsExactly("ticket_mail.received");
  }

  @Test
  void withoutAnAssigneeTheTeamHears() {
    TeamView team =
        beans.get(Teams.class).create(MailDesk.ADMIN, new CreateTeam("t-" + Ids.next(), "T", null));
    UserView gone = desk.user("Gus", null);
    UserView bert = desk.user("Bert", null);
    for (UserView member : List.of(agnes, bert, gone)) {
      beans.get(Teams.class).addMember(MailDesk.ADMIN, team.id(), member.id());
    }
    beans.get(Users.class).deactivate(MailDesk.ADMIN, gone.id(), null);
    TicketView ticket = desk.open(acme, "jo@example.org");
    ChangeTicket toTeam =
        new ChangeTicket(null, null, null, null, null, null, Patch.to(team.id()), null);
    beans.get(Ticketing.class).change(MailDesk.ADMIN, ticket.number(), toTeam, null);
    missTheFirstDeadline();
    assertThat(told())
        .filteredOn(d -> d.eventType().equals("ticket_mail.sla_breached"))
        .extracting(DeliverySummary::address)
        .containsExactlyInAnyOrder(agnes.email(), bert.email());
  }

  @Test
  void manyNodesThatFindTheSameBreachesMailEachOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      desk.open(acme, "jo@example.org", agnes.id());
    }
    beans.clock().advance(Duration.ofHours(1).plusSeconds(1));
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> node =
          () -> beans.get(SlaDeadlines.class).run(beans.clock().instant()).done();
      for (Future<Integer> run : nodes.invokeAll(Collections.nCopies(4, node))) {
        run.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    beans.get(SlaDeadlines.class).run(beans.clock().instant());
    assertThat(told())
        .filteredOn(d -> d.eventType().equals("ticket_mail.sla_breached"))
        .hasSize(20);
    assertThat(MailDesk.texts(db, "SELECT id FROM sla.breach")).hasSize(20);
  }

  @Test
  void whatIsAnnouncedAgainIsNotMailedAgain() {
    desk.open(acme, "jo@example.org", agnes.id());
    missTheFirstDeadline();
    int mails = told().size();
    SlaMails again = beans.get(SlaMails.class);
    beans.inTransaction(
        () -> {
          beans.announced(SlaThresholdReached.class).forEach(again::on);
          beans.announced(SlaBreached.class).forEach(again::on);
          return true;
        });
    assertThat(beans.announced(SlaBreached.class)).isNotEmpty();
    assertThat(told()).hasSize(mails);
  }

  @Test
  void nobodyHearsWhenTheSettingSaysSo() {
    desk.set("ticket_mail.sla", false);
    desk.open(acme, "jo@example.org", agnes.id());
    missTheFirstDeadline();
    desk.set("ticket_mail.sla", true);
    assertThat(beans.announced(SlaBreached.class)).isNotEmpty();
    assertThat(told()).isEmpty();
  }
}
