package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.MailTemplates;
import dev.tocsin.notifications.mail.SaveMailTemplate;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketMailsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  private final MailDesk desk = new MailDesk(beans);
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    mail.start();
    desk.sendThrough(mail.getSmtp().getPort());
    db.sql("TRUNCATE notifications.delivery, notifications.mail_thread CASCADE");
    db.sql("TRUNCATE notifications.mail_template");
  }

  @AfterEach
  void stop() {
    mail.stop();
    desk.set("mail.host", "");
  }

  private static DeliveryDetail detail(DeliverySummary delivery) {
    return beans.get(Deliveries.class).require(MailDesk.ADMIN, delivery.id());
  }

  @Test
  void theRequesterHearsOfEveryPublicStepAndOfNothingInternal() {
    CustomerView customer = desk.customer("en");
    String ref = desk.open(customer, "jo@example.org").number();
    Ticketing ticketing = beans.get(Ticketing.class);
    Actor agent = desk.agent("Agnes");
    ticketing.transition(agent, ref, TransitionTicket.to(TicketStatus.TRIAGED));
    ticketing.transition(agent, ref, TransitionTicket.to(TicketStatus.IN_PROGRESS));
    ticketing.comment(agent, ref, AddComment.internal("hopeless customer"));
    ticketing.comment(agent, ref, AddComment.inPublic("Try again, please"));
    ticketing.transition(agent, ref, TransitionTicket.to(TicketStatus.RESOLVED));
    ticketing.transition(agent, ref, TransitionTicket.to(TicketStatus.CLOSED));

    assertThat(desk.written())
        .extracting(DeliverySummary::eventType)
        .containsExactly(
            "ticket_mail.received",
            "ticket_mail.answered",
            "ticket_mail.resolved",
            "ticket_mail.closed");
    assertThat(desk.written()).extracting(DeliverySummary::address).containsOnly("jo@example.org");
    assertThat(desk.written())
        .extracting(d -> detail(d).body())
        .noneMatch(b -> b.contains("hopeless"));
    assertThat(detail(desk.written().get(1)).body())
        .contains("Try again, please")
        .contains("Agnes");
  }

  @Test
  void aCustomerIsWrittenToInItsLanguageAndInEnglishWhenThatHasNoWords() {
    desk.open(desk.customer("de"), "jo@example.org");
    desk.open(desk.customer("de-AT"), "jo@example.org");
    desk.open(desk.customer("fi"), "jo@example.org");
    assertThat(desk.written())
        .extracting(d -> String.valueOf(d.subject()).split("] ", 2)[1].split(":", 2)[0])
        .containsExactly("Ihre Anfrage ist da", "Ihre Anfrage ist da", "We have your request");
  }

  @Test
  void anInstallationThatSendsNoMailWritesNone() {
    desk.set("mail.host", "");
    desk.open(desk.customer("en"), "jo@example.org");
    desk.set("mail.host", "127.0.0.1");
    desk.set("ticket_mail.enabled", false);
    desk.open(desk.customer("en"), "jo@example.org");
    desk.set("ticket_mail.enabled", true);
    assertThat(desk.written()).isEmpty();
  }

  @Test
  void whatLeavesIsThreadedAndAnsweredAtAnAddressThatNobodyGuesses() throws Exception {
    TicketView ticket = desk.open(desk.customer("en"), "Jo@Example.org");
    beans
        .get(Ticketing.class)
        .comment(desk.agent("Agnes"), ticket.number(), AddComment.inPublic("Try again"));
    desk.sendAll();

    MimeMessage received = mail.getReceivedMessages()[0];
    MimeMessage answered = mail.getReceivedMessages()[1];
    if (received.getHeader("Auto-Submitted") == null) {
      MimeMessage first = received;
      received = answered;
      answered = first;
    }
    String root = "<" + ticket.id() + "@tocsin>";
    assertThat(received.getHeader("References")).containsExactly(root);
    assertThat(answered.getHeader("References")).containsExactly(root);
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(answered.getHeader("Auto-Submitted")).isNull();
    assertThat(received.getHeader("X-Auto-Response-Suppress")).isNotNull();
    assertThat(received.getHeader("X-Loop")).containsExactly("desk@example.org");
    String replyTo = received.getReplyTo()[0].toString();
    assertThat(answered.getReplyTo()[0]).hasToString(replyTo);
    assertThat(replyTo).matches("desk\\+[0-9a-v]{26}@example\\.org");
    assertThat(desk.written()).extracting(DeliverySummary::state).containsOnly(DeliveryState.SENT);
    String token = PlusAddress.token(replyTo).orElseThrow();
    assertThat(MailDesk.texts(db, "SELECT token || token_hash FROM notifications.mail_thread"))
        .isNotEmpty()
        .noneMatch(stored -> stored.contains(token));
  }

  @Test
  void whoWritesOnAClosedTicketHearsOfTheOneThatGoesOn() {
    CustomerView customer = desk.customer("en");
    String ref = desk.open(customer, "jo@example.org").number();
    Ticketing ticketing = beans.get(Ticketing.class);
    ticketing.transition(desk.agent("Agnes"), ref, TransitionTicket.to(TicketStatus.CLOSED));
    Actor jo = desk.actor(desk.user("Jo", customer));
    ticketing.comment(jo, ref, AddComment.inPublic("Again"));
    assertThat(desk.written())
        .extracting(DeliverySummary::eventType)
        .containsExactly("ticket_mail.received", "ticket_mail.closed", "ticket_mail.follow_up");
    assertThat(desk.written().get(2).subject()).doesNotContain(ref).contains("We go on with");
  }

  @Test
  void theAssigneeHearsWhatTheCustomerSays() {
    CustomerView customer = desk.customer("en");
    UserView agent = desk.user("Agnes", null);
    TicketView ticket = desk.open(customer, "jo@example.org", agent.id());
    beans
        .get(Ticketing.class)
        .comment(
            desk.actor(desk.user("Jo", customer)), ticket.number(), AddComment.inPublic("Hey"));
    DeliverySummary told = desk.written().get(1);
    assertThat(told.eventType()).isEqualTo("ticket_mail.customer_wrote");
    assertThat(told.receiverId()).isEqualTo(agent.id());
    assertThat(detail(told).body())
        .contains("Hey")
        .contains("/console/tickets/detail?id=" + ticket.number());
  }

  @Test
  void wordsWrittenHereAreUsedAndEscapedAndCanBeGivenUp() throws Exception {
    MailTemplates templates = beans.get(MailTemplates.class);
    SaveMailTemplate words =
        new SaveMailTemplate(
            "{{ticket.number}} <x>", "{{ticket.subject}}!", "<b>{{ticket.subject}}</b>");
    long version = templates.save(MailDesk.ADMIN, TicketMail.RECEIVED, "en", words, 0L).version();
    assertThatThrownBy(
            () -> templates.save(MailDesk.ADMIN, TicketMail.RECEIVED, "en", words, version + 1))
        .isInstanceOf(Stale.class);
    desk.open(desk.customer("en"), "jo@example.org");
    desk.sendAll();

    MimeMultipart parts = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
    assertThat(parts.getBodyPart(0).getContent()).hasToString("Printer <on> fire!");
    assertThat(parts.getBodyPart(1).getContent()).hasToString("<b>Printer &lt;on&gt; fire</b>");

    templates.reset(MailDesk.ADMIN, TicketMail.RECEIVED, "en");
    assertThat(templates.require(MailDesk.ADMIN, TicketMail.RECEIVED, "en").own()).isFalse();
    assertThatThrownBy(() -> templates.reset(MailDesk.ADMIN, TicketMail.RECEIVED, "en"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void wordsThatNameSomethingUnknownAreRefused() {
    SaveMailTemplate words = new SaveMailTemplate("{{secret}}", " ", null);
    assertThatThrownBy(
            () ->
                beans
                    .get(MailTemplates.class)
                    .save(MailDesk.ADMIN, TicketMail.CLOSED, "English", words, null))
        .isInstanceOfSatisfying(
            Rejected.class,
            e ->
                assertThat(e.faults())
                    .extracting(fault -> fault.pointer() + " " + fault.code())
                    .containsExactlyInAnyOrder(
                        "/body required", "/language invalid", "/subject unknown"));
  }
}
