package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatcherMailsTest {

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

  @SuppressWarnings("NullAway.Init") // before each test
  private UserView wanda;

  @SuppressWarnings("NullAway.Init") // before each test
  private TicketView ticket;

  @BeforeEach
  void watch() {
    desk.sendThrough(1); // nothing is sent
    acme = desk.customer("en");
    agnes = desk.user("Agnes", null);
    wanda = desk.user("Wanda", null);
    ticket = desk.open(acme, "jo@example.org", agnes.id());
    watch(wanda);
    db.sql("TRUNCATE notifications.delivery CASCADE");
  }

  @AfterEach
  void stop() {
    desk.set("mail.host", "");
  }

  private void watch(UserView user) {
    beans.get(TicketWatchers.class).add(MailDesk.ADMIN, ticket.number(), user.id());
  }

  private void say(UserView speaker, AddComment words) {
    beans.clock().advance(Duration.ofMinutes(1));
    beans.get(Ticketing.class).comment(desk.actor(speaker), ticket.number(), words);
  }

  private void move(UserView mover, TransitionTicket move) {
    beans.clock().advance(Duration.ofMinutes(1));
    beans.get(Ticketing.class).transition(desk.actor(mover), ticket.number(), move);
  }

  /** What was written since the test began, deadlines apart, as occasion and address. */
  private List<String> written() {
    return desk.written().stream()
        .filter(d -> !d.eventType().contains("sla_"))
        .map(d -> d.eventType().replace("ticket_mail.", "") + " " + d.address())
        .toList();
  }

  @Test
  void aWatcherHearsOfPublicWordsAndOfMovesAndOfNothingInternal() {
    say(agnes, AddComment.internal("hopeless customer"));
    say(agnes, AddComment.inPublic("Try again"));
    move(agnes, TransitionTicket.to(TicketStatus.IN_PROGRESS));
    move(agnes, TransitionTicket.to(TicketStatus.CLOSED));
    assertThat(written())
        .containsExactly(
            "answered jo@example.org",
            "watched_comment " + wanda.email(),
            "watched_status " + wanda.email(),
            "closed jo@example.org",
            "watched_status " + wanda.email());
    DeliverySummary heard = desk.written().get(1);
    assertThat(heard.receiverKind()).isEqualTo(ReceiverKind.USER);
    assertThat(beans.get(Deliveries.class).require(MailDesk.ADMIN, heard.id()).body())
        .contains("Try again", "Agnes", "/console/tickets/detail?id=" + ticket.number());
  }

  @Test
  void nobodyHearsWhatTheySaidOrDidThemselves() {
    say(wanda, AddComment.inPublic("I did it"));
    move(wanda, TransitionTicket.to(TicketStatus.IN_PROGRESS));
    assertThat(written()).containsExactly("answered jo@example.org");
  }

  @Test
  void whoHearsItAsRequesterOrAssigneeHearsItOnce() {
    UserView jo = desk.user("Jo", acme);
    ticket = desk.open(acme, jo.email(), agnes.id());
    watch(jo);
    watch(agnes);
    db.sql("TRUNCATE notifications.delivery CASCADE");

    say(jo, AddComment.inPublic("Hey"));
    say(wanda, AddComment.inPublic("Ho"));
    assertThat(written())
        .containsExactly(
            "customer_wrote " + agnes.email(),
            "answered " + jo.email(),
            "watched_comment " + agnes.email());
  }

  @Test
  void aMoveThatWasToldInWordsIsNotToldTwice() {
    move(agnes, TransitionTicket.to(TicketStatus.WAITING));
    db.sql("TRUNCATE notifications.delivery CASCADE");
    say(desk.user("Jo", acme), AddComment.inPublic("Here I am")); // which ends the waiting
    move(agnes, new TransitionTicket(TicketStatus.IN_PROGRESS, "Now I am at it"));
    assertThat(written())
        .containsExactly(
            "customer_wrote " + agnes.email(),
            "watched_comment " + wanda.email(),
            "answered jo@example.org",
            "watched_comment " + wanda.email());
  }

  @Test
  void whoHasLeftOrMayNotSeeTheTicketHearsNothing() {
    UserView sue = desk.user("Sue", acme);
    watch(sue);
    db.sql(
        "UPDATE accounts.users SET customer_id = '%s' WHERE id = '%s'"
            .formatted(desk.customer("en").id(), sue.id()));
    beans.get(Users.class).deactivate(MailDesk.ADMIN, wanda.id(), null);
    say(agnes, AddComment.inPublic("Anybody?"));
    assertThat(written()).containsExactly("answered jo@example.org");
  }

  @Test
  void watchersAreLeftAloneWhenTheSettingSaysSo() {
    desk.set("ticket_mail.watchers", false);
    say(agnes, AddComment.inPublic("Quietly"));
    desk.set("ticket_mail.watchers", true);
    assertThat(written()).containsExactly("answered jo@example.org");
  }
}
