package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.ReleaseMail;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailJudgementTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  @Order(3)
  @RegisterExtension
  final Postbox post = new Postbox(db, beans);

  @Test
  void aStrangersMailIsHeldUntilSomebodySaysWhoseItIs() {
    post.write("x", "who@elsewhere.example", "Hello", "Who am I?");
    post.read();
    assertThat(post.last())
        .matches(m -> m.state() == InboundState.HELD && "unknown_sender".equals(m.reason()));
    InboundMails inbound = beans.get(InboundMails.class);
    assertThat(inbound.require(MailDesk.ADMIN, post.last().id()).text()).isEqualTo("Who am I?");
    InboundMailView released =
        inbound.release(MailDesk.ADMIN, post.last().id(), new ReleaseMail(post.acme().id()));
    assertThat(post.ticket(released).customerId()).isEqualTo(post.acme().id());
    assertThatThrownBy(() -> inbound.discard(MailDesk.ADMIN, released.id()))
        .isInstanceOf(IllegalTransition.class);
  }

  @Test
  void machinesAndOurselvesArePutAsideAndNotAnsweredEvenWhenLetIn() {
    post.write("auto", "robot@acme.example", "Disk", "full", "Auto-Submitted: auto-generated");
    post.write("own", "jo@acme.example", "Loop", "x", "X-Loop: desk@example.org");
    post.write("self", "desk@example.org", "Loop", "x");
    post.read();
    assertThat(post.messages())
        .extracting(InboundMailView::reason)
        .containsExactly("automatic", "own", "own");
    assertThat(post.tickets()).isZero();

    UUID auto = post.messages().get(0).id();
    beans.get(InboundMails.class).release(MailDesk.ADMIN, auto, new ReleaseMail(null));
    assertThat(post.tickets()).isEqualTo(1);
    assertThat(post.desk().written())
        .extracting(DeliverySummary::state)
        .containsExactly(DeliveryState.SUPERSEDED);
  }

  @Test
  void aBounceKillsTheDeliveryAndTellsThoseWhoWorkOnTheTicket() {
    TicketView ticket = post.desk().open(post.acme(), "jo@acme.example");
    post.desk().sendAll();
    UUID delivery = post.desk().written().get(0).id();
    String[] bounce = MailParserTest.bounce("failed", "5.1.1");
    for (int i = 0; i < bounce.length; i++) {
      bounce[i] = bounce[i].replace("0190aaaa-0000-7000-8000-000000000001", delivery.toString());
    }
    post.deliver(bounce);
    post.read();
    assertThat(post.last())
        .matches(m -> m.state() == InboundState.BOUNCED && ticket.id().equals(m.ticketId()));
    assertThat(post.desk().written().get(0))
        .matches(
            d -> d.state() == DeliveryState.DEAD && String.valueOf(d.reason()).contains("5.1.1"));
    assertThat(post.comments(ticket))
        .singleElement()
        .matches(
            c -> c.visibility() == Visibility.INTERNAL && c.body().contains("jo@acme.example"));
    assertThat(post.tickets()).isEqualTo(1);
  }

  @Test
  void whatCannotBeDealtWithIsHeldWholeAndNothingHalfDone() {
    String many = "r@example.org, ".repeat(2000) + "desk@example.org";
    post.write("many", "jo@acme.example", "Party", "all of you", "To: " + many);
    post.deliver(
        "From: jo@acme.example", "Content-Type: multipart/mixed; boundary=x", "", "broken");
    post.deliver("Subject: nobody", "", "x");
    post.read();
    assertThat(post.messages())
        .extracting(InboundMailView::reason)
        .containsExactly("too_many_recipients", "broken", "no_sender");
    assertThat(post.messages()).extracting(InboundMailView::state).containsOnly(InboundState.HELD);
    assertThat(post.tickets()).isZero();
    assertThat(
            beans
                .get(InboundMails.class)
                .require(MailDesk.ADMIN, post.messages().get(1).id())
                .text())
        .contains("broken");
  }

  @Test
  void whoWritesTooMuchIsHeldAndNotLost() {
    post.desk().set("mail_in.sender_limit", 3);
    for (int i = 0; i < 5; i++) {
      post.write("m" + i, "jo@acme.example", "No " + i, "x");
    }
    post.write("other", "sue@acme.example", "Calm", "x");
    post.read();
    post.desk().set("mail_in.sender_limit", 20);
    assertThat(post.messages())
        .extracting(InboundMailView::reason)
        .containsExactly("opened", "opened", "opened", "too_many", "too_many", "opened");
    beans
        .get(InboundMails.class)
        .release(MailDesk.ADMIN, post.messages().get(3).id(), new ReleaseMail(null));
    assertThat(post.tickets()).isEqualTo(5);
  }

  @Test
  void theFilesOfAMailComeAlongAndAProgramDoesNot() {
    post.deliver(
        "From: jo@acme.example",
        "Subject: Printer",
        "Content-Type: multipart/mixed; boundary=x",
        "",
        "--x",
        "",
        "See the log.",
        "--x",
        "Content-Type: text/plain; name=printer.log",
        "Content-Disposition: attachment; filename=printer.log",
        "",
        "it burns",
        "--x",
        "Content-Type: application/octet-stream",
        "Content-Disposition: attachment; filename=fix.exe",
        "",
        "MZ",
        "--x--");
    post.read();
    TicketView ticket = post.ticket(post.last());
    assertThat(ticket.body()).isEqualTo("See the log.");
    assertThat(beans.get(TicketAttachments.class).list(MailDesk.ADMIN, ticket.number()))
        .extracting(AttachmentView::fileName)
        .containsExactly("printer.log");
    assertThat(post.comments(ticket))
        .singleElement()
        .matches(c -> c.visibility() == Visibility.INTERNAL && c.body().contains("fix.exe"));
  }

  @Test
  void whatAPersonSentAndWasSentIsToldAndForgotten() {
    post.write("one", "jo@acme.example", "One", "x");
    post.read();
    MailPersonalData data = beans.get(MailPersonalData.class);
    assertThat(beans.inTransaction(() -> data.heldOf("Jo@Acme.example")).get("inbound_mails"))
        .hasSize(1);
    assertThat(beans.inTransaction(() -> data.forget("Jo@Acme.example")))
        .containsEntry("inbound_mails", 1)
        .containsEntry("mails", 1);
    assertThat(post.messages()).isEmpty();
    assertThat(MailDesk.texts(db, "SELECT raw FROM notifications.inbound_raw")).isEmpty();
  }

  @Test
  void manyNodesJudgeEachMessageOnce() throws Exception {
    post.desk().set("mail_in.sender_limit", 1000);
    for (int i = 0; i < 60; i++) {
      post.write("m" + i % 50, "jo@acme.example", "No " + i % 50, "x"); // ten of them twice
    }
    post.poll();
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> works = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        works.add(() -> beans.get(InboundJudgements.class).run(beans.clock().instant()).done());
      }
      int done = 0;
      for (Future<Integer> node : nodes.invokeAll(works)) {
        done += node.get();
      }
      assertThat(done).isEqualTo(60);
    } finally {
      nodes.shutdownNow();
      post.desk().set("mail_in.sender_limit", 20);
    }
    assertThat(post.tickets()).isEqualTo(50);
  }

  @Test
  void whoWritesOnAClosedTicketThatTakesNoWordsIsToldOnceADay() throws Exception {
    post.desk().set("ticket_reply_to_closed", "reject");
    TicketView ticket = post.desk().open(post.acme(), "jo@acme.example");
    beans
        .get(Ticketing.class)
        .transition(
            post.desk().agent("Agnes"), ticket.number(), TransitionTicket.to(TicketStatus.CLOSED));
    String reply = post.replyTo("jo@acme.example");
    post.write("a", "jo@acme.example", "Re", "Again", "To: " + reply);
    post.write("b", "jo@acme.example", "Re", "Hello?", "To: " + reply);
    String closed = "References: <" + ticket.id() + "@tocsin>";
    post.write("c", "eve@acme.example", "Re", "Me too", closed);
    post.write("d", "robot@acme.example", "Re", "Away", closed, "Auto-Submitted: auto-replied");
    post.read();

    assertThat(post.messages())
        .extracting(mail -> mail.state() + " " + mail.reason())
        .containsExactly("IGNORED closed", "IGNORED closed", "HELD closed", "IGNORED automatic");
    assertThat(post.desk().written())
        .filteredOn(mail -> mail.eventType().equals("ticket_mail.refused"))
        .singleElement()
        .matches(mail -> mail.address().equals("jo@acme.example"));
    post.desk().sendAll();
    assertThat(post.server().getReceivedMessages())
        .filteredOn(mail -> Postbox.subject(mail).contains("not taken"))
        .singleElement()
        .matches(
            mail ->
                Postbox.has(mail, "Auto-Submitted")
                    && Postbox.has(mail, "X-Loop")
                    && Postbox.has(mail, "References"));
    assertThat(post.comments(ticket)).isEmpty();
    assertThat(post.tickets()).isEqualTo(1);

    UUID second = post.messages().get(1).id();
    beans.get(InboundMails.class).release(MailDesk.ADMIN, second, new ReleaseMail(null));
    assertThat(post.tickets()).as("let in by a person, it is a new one").isEqualTo(2);
    post.desk().set("ticket_reply_to_closed", "follow_up");
  }

  @Test
  void whatIsTooLargeIsHeldAndSaysSoOnItsTicket() {
    PollStore store = beans.get(PollStore.class);
    PollLease lease = store.claim(beans.clock().instant()).orElseThrow();
    byte[] headers =
        "From: jo@acme.example\r\nSubject: Film\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    store.keep(lease, 7, 1, headers, 52L << 20, "too_large", beans.clock().instant());
    InboundMails inbound = beans.get(InboundMails.class);
    assertThat(inbound.require(MailDesk.ADMIN, post.last().id()).text()).contains("52 MiB");
    InboundMailView released =
        inbound.release(MailDesk.ADMIN, post.last().id(), new ReleaseMail(null));
    assertThat(post.ticket(released))
        .matches(ticket -> ticket.subject().equals("Film") && ticket.body().contains("52 MiB"));
  }

  @Test
  void aTreeOfPartsWithoutEndIsHeldAndTheMailsBesideItComeIn() {
    List<String> deep = new ArrayList<>(List.of("From: jo@acme.example", "Subject: Deep"));
    for (int i = 0; i < 500; i++) {
      deep.add("Content-Type: multipart/mixed; boundary=b" + i);
      deep.add("");
      deep.add("--b" + i);
    }
    post.deliver(deep.toArray(String[]::new));
    post.write("well", "jo@acme.example", "Well", "x");
    post.read();
    assertThat(post.messages())
        .extracting(InboundMailView::state)
        .containsExactly(InboundState.HELD, InboundState.ACCEPTED);
    assertThat(post.messages().get(0).reason()).isEqualTo("broken");
  }
}
