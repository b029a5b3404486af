package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundQuery;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.notifications.mail.ReleaseMail;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxesTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = MailDesk.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = MailDesk.beans(db);

  private final MailDesk desk = new MailDesk(beans);
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  @SuppressWarnings("NullAway.Init") // before each test
  private GreenMailUser inbox;

  @SuppressWarnings("NullAway.Init") // before each test
  private CustomerView acme;

  @SuppressWarnings("NullAway.Init") // before each test
  private MailboxView mailbox;

  @BeforeEach
  void start() {
    mail.start();
    inbox = mail.setUser("desk@example.org", "desk", "secret");
    desk.sendThrough(mail.getSmtp().getPort());
    db.sql(
        "TRUNCATE notifications.delivery, notifications.mail_thread, notifications.mailbox,"
            + " notifications.inbound_mail CASCADE");
    db.sql("TRUNCATE ticketing.ticket CASCADE");
    acme = desk.customer("en");
    mailbox = beans.get(Mailboxes.class).create(MailDesk.ADMIN, command("secret"));
  }

  @AfterEach
  void stop() {
    mail.stop();
    desk.set("mail.host", "");
  }

  private CreateMailbox command(String password) {
    return new CreateMailbox(
        "Desk",
        "127.0.0.1",
        mail.getImap().getPort(),
        MailboxTls.NONE,
        "desk",
        password,
        null,
        null,
        Map.of("acme.example", acme.id()),
        Priority.P2,
        null);
  }

  private void deliver(String... lines) {
    byte[] raw = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    try {
      Session session = Session.getInstance(new Properties());
      inbox.deliver(new MimeMessage(session, new ByteArrayInputStream(raw)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String id, String from, String subject, String text, String... more) {
    List<String> lines = new ArrayList<>(Arrays.asList(more));
    lines.add(0, "Message-ID: <" + id + "@mail.example>");
    lines.add("From: " + from);
    if (lines.stream().noneMatch(line -> line.startsWith("To:"))) {
      lines.add("To: desk@example.org");
    }
    lines.add("Subject: " + subject);
    lines.add("");
    lines.add(text);
    deliver(lines.toArray(String[]::new));
  }

  /** Reads the mailbox and judges what was there. */
  private void read() {
    poll();
    beans.get(InboundJudgements.class).run(beans.clock().instant());
  }

  private void poll() {
    beans.clock().advance(Duration.ofMinutes(2));
    beans.get(MailboxPolls.class).run(beans.clock().instant());
  }

  private static List<InboundMailView> messages() {
    return beans
        .get(InboundMails.class)
        .list(MailDesk.ADMIN, new InboundQuery(null, null, null), PageRequest.first())
        .data()
        .stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private static InboundMailView last() {
    List<InboundMailView> all = messages();
    return all.get(all.size() - 1);
  }

  private static TicketView ticket(InboundMailView message) {
    return beans.get(Ticketing.class).require(MailDesk.ADMIN, String.valueOf(message.ticketId()));
  }

  private static List<CommentView> comments(TicketView ticket) {
    return beans.get(Ticketing.class).comments(MailDesk.ADMIN, ticket.number());
  }

  private static long tickets() {
    return beans.get(Ticketing.class).count(MailDesk.ADMIN, TicketQuery.all());
  }

  /** Sends what is due and returns where an answer to the newest mail to this address goes. */
  private String replyTo(String address) throws Exception {
    desk.sendAll();
    MimeMessage newest = null;
    for (MimeMessage sent : mail.getReceivedMessages()) {
      if (sent.getAllRecipients() != null
          && sent.getAllRecipients()[0].toString().equals(address)
          && sent.getHeader("X-Loop") != null) {
        newest = sent;
      }
    }
    return Objects.requireNonNull(newest).getReplyTo()[0].toString();
  }

  @Test
  void aMailBecomesATicketOfItsSendersCustomerAndIsAnsweredInItsThread() throws Exception {
    write("first", "Jo <jo@acme.example>", "Printer", "It burns");
    read();
    assertThat(last())
        .matches(m -> m.state() == InboundState.ACCEPTED && "opened".equals(m.reason()));
    TicketView ticket = ticket(last());
    assertThat(ticket.customerId()).isEqualTo(acme.id());
    assertThat(ticket.subject()).isEqualTo("Printer");
    assertThat(ticket.body()).isEqualTo("It burns");
    assertThat(ticket.priority()).isEqualTo(Priority.P2);
    assertThat(ticket.requester()).matches(r -> "jo@acme.example".equals(r.email()));

    desk.sendAll();
    MimeMessage answer =
        Arrays.stream(mail.getReceivedMessages())
            .filter(m -> has(m, "X-Loop"))
            .findFirst()
            .orElseThrow();
    assertThat(answer.getHeader("In-Reply-To")).containsExactly("<first@mail.example>");
    assertThat(answer.getHeader("References")[0])
        .contains("<" + ticket.id() + "@tocsin>")
        .contains("<first@mail.example>");
  }

  private static boolean has(MimeMessage message, String header) {
    try {
      return message.getHeader(header) != null;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAnswerFindsItsTicketByTokenByReferenceAndByNumber() throws Exception {
    write("first", "Jo <jo@acme.example>", "Printer", "It burns");
    read();
    TicketView ticket = ticket(last());
    write("a", "sue@acme.example", "Re", "by token", "To: " + replyTo("jo@acme.example"));
    read();
    write("b", "jo@acme.example", "Re", "by our id", "References: <" + ticket.id() + "@tocsin>");
    read();
    write("c", "jo@acme.example", "Re", "by their id", "In-Reply-To: <first@mail.example>");
    read();
    write("d", "jo@acme.example", "Re: [" + ticket.number() + "] x", "by number\n> quoted");
    read();
    assertThat(comments(ticket))
        .extracting(CommentView::body)
        .containsExactly("by token", "by our id", "by their id", "by number");
    assertThat(comments(ticket)).noneMatch(CommentView::byAgent);
    assertThat(comments(ticket).get(0).author()).isEqualTo("sue@acme.example");
    assertThat(tickets()).isEqualTo(1);
  }

  @Test
  void aNumberInTheSubjectOpensNoDoorForAStranger() {
    write("first", "jo@acme.example", "Printer", "It burns");
    read();
    TicketView ticket = ticket(last());
    write("evil", "eve@acme.example", "Re: [" + ticket.number() + "]", "let me in");
    read();
    assertThat(comments(ticket)).isEmpty();
    assertThat(ticket(last()).number()).isNotEqualTo(ticket.number());
    write("none", "jo@acme.example", "Re: [TKT-999999]", "of nothing");
    read();
    assertThat(tickets()).isEqualTo(3);
  }

  @Test
  void anAgentIsOneOnlyByTheTokenOfAMailThatWasSentToThatAgent() throws Exception {
    UserView agent = desk.user("Agnes", null);
    TicketView ticket = desk.open(acme, "jo@acme.example", agent.id());
    beans
        .get(Ticketing.class)
        .comment(desk.actor(desk.user("Jo", acme)), ticket.number(), AddComment.inPublic("Hey"));
    String token = replyTo(agent.email());

    write("real", agent.email(), "Re", "from the agent", "To: " + token);
    write("forwarded", "jo@acme.example", "Re", "with the agent's token", "To: " + token);
    write("forged", agent.email(), "Re", "no token", "References: <" + ticket.id() + "@tocsin>");
    read();

    assertThat(comments(ticket))
        .filteredOn(CommentView::byAgent)
        .extracting(CommentView::body)
        .containsExactly("from the agent");
    assertThat(comments(ticket))
        .filteredOn(comment -> comment.body().equals("no token"))
        .extracting(CommentView::author)
        .containsExactly(agent.email());
    assertThat(comments(ticket)).hasSize(4);
  }

  @Test
  void whoSpeaksForAnotherCustomerIsHeld() {
    TicketView ticket = desk.open(acme, "jo@acme.example");
    UserView other = desk.user("Oto", desk.customer("en"));
    write("x", other.email(), "Re", "hello", "References: <" + ticket.id() + "@tocsin>");
    read();
    assertThat(last()).matches(m -> "other_customer".equals(m.reason()));
    assertThat(comments(ticket)).isEmpty();
  }

  @Test
  void aStrangersMailIsHeldUntilSomebodySaysWhoseItIs() {
    write("x", "who@elsewhere.example", "Hello", "Who am I?");
    read();
    assertThat(last())
        .matches(m -> m.state() == InboundState.HELD && "unknown_sender".equals(m.reason()));
    InboundMails inbound = beans.get(InboundMails.class);
    assertThat(inbound.require(MailDesk.ADMIN, last().id()).text()).isEqualTo("Who am I?");
    InboundMailView released =
        inbound.release(MailDesk.ADMIN, last().id(), new ReleaseMail(acme.id()));
    assertThat(ticket(released).customerId()).isEqualTo(acme.id());
    assertThatThrownBy(() -> inbound.discard(MailDesk.ADMIN, released.id()))
        .isInstanceOf(IllegalTransition.class);
  }

  @Test
  void machinesAndOurselvesArePutAsideAndNotAnsweredEvenWhenLetIn() {
    write("auto", "robot@acme.example", "Disk", "full", "Auto-Submitted: auto-generated");
    write("own", "jo@acme.example", "Loop", "x", "X-Loop: desk@example.org");
    write("self", "desk@example.org", "Loop", "x");
    read();
    assertThat(messages())
        .extracting(InboundMailView::reason)
        .containsExactly("automatic", "own", "own");
    assertThat(tickets()).isZero();

    UUID auto = messages().get(0).id();
    beans.get(InboundMails.class).release(MailDesk.ADMIN, auto, new ReleaseMail(null));
    assertThat(tickets()).isEqualTo(1);
    assertThat(deliveries())
        .extracting(DeliverySummary::state)
        .containsExactly(DeliveryState.SUPERSEDED);
  }

  private static List<DeliverySummary> deliveries() {
    return beans
        .get(Deliveries.class)
        .list(MailDesk.ADMIN, DeliveryQuery.all(), PageRequest.first())
        .data();
  }

  @Test
  void aBounceKillsTheDeliveryAndTellsThoseWhoWorkOnTheTicket() {
    TicketView ticket = desk.open(acme, "jo@acme.example");
    desk.sendAll();
    UUID delivery = deliveries().get(0).id();
    String[] bounce = MailParserTest.bounce("failed", "5.1.1");
    for (int i = 0; i < bounce.length; i++) {
      bounce[i] = bounce[i].replace("0190aaaa-0000-7000-8000-000000000001", delivery.toString());
    }
    deliver(bounce);
    read();
    assertThat(last())
        .matches(m -> m.state() == InboundState.BOUNCED && ticket.id().equals(m.ticketId()));
    assertThat(deliveries().get(0))
        .matches(
            d -> d.state() == DeliveryState.DEAD && String.valueOf(d.reason()).contains("5.1.1"));
    assertThat(comments(ticket))
        .singleElement()
        .matches(
            c -> c.visibility() == Visibility.INTERNAL && c.body().contains("jo@acme.example"));
    assertThat(tickets()).isEqualTo(1);
  }

  @Test
  void whatCannotBeDealtWithIsHeldWholeAndNothingHalfDone() {
    String many = "r@example.org, ".repeat(2000) + "desk@example.org";
    write("many", "jo@acme.example", "Party", "all of you", "To: " + many);
    deliver("From: jo@acme.example", "Content-Type: multipart/mixed; boundary=x", "", "broken");
    deliver("Subject: nobody", "", "x");
    read();
    assertThat(messages())
        .extracting(InboundMailView::reason)
        .containsExactly("too_many_recipients", "broken", "no_sender");
    assertThat(messages()).extracting(InboundMailView::state).containsOnly(InboundState.HELD);
    assertThat(tickets()).isZero();
    assertThat(beans.get(InboundMails.class).require(MailDesk.ADMIN, messages().get(1).id()).text())
        .contains("broken");
  }

  @Test
  void whoWritesTooMuchIsHeldAndNotLost() {
    desk.set("mail_in.sender_limit", 3);
    for (int i = 0; i < 5; i++) {
      write("m" + i, "jo@acme.example", "No " + i, "x");
    }
    write("other", "sue@acme.example", "Calm", "x");
    read();
    desk.set("mail_in.sender_limit", 20);
    assertThat(messages())
        .extracting(InboundMailView::reason)
        .containsExactly("opened", "opened", "opened", "too_many", "too_many", "opened");
    beans
        .get(InboundMails.class)
        .release(MailDesk.ADMIN, messages().get(3).id(), new ReleaseMail(null));
    assertThat(tickets()).isEqualTo(5);
  }

  @Test
  void theFilesOfAMailComeAlongAndAProgramDoesNot() {
    deliver(
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
    read();
    TicketView ticket = ticket(last());
    assertThat(ticket.body()).isEqualTo("See the log.");
    assertThat(beans.get(TicketAttachments.class).list(MailDesk.ADMIN, ticket.number()))
        .extracting(AttachmentView::fileName)
        .containsExactly("printer.log");
    assertThat(comments(ticket))
        .singleElement()
        .matches(c -> c.visibility() == Visibility.INTERNAL && c.body().contains("fix.exe"));
  }

  @Test
  void whatAPersonSentAndWasSentIsToldAndForgotten() {
    write("one", "jo@acme.example", "One", "x");
    read();
    MailPersonalData data = beans.get(MailPersonalData.class);
    assertThat(beans.inTransaction(() -> data.heldOf("Jo@Acme.example")).get("inbound_mails"))
        .hasSize(1);
    assertThat(beans.inTransaction(() -> data.forget("Jo@Acme.example")))
        .containsEntry("inbound_mails", 1)
        .containsEntry("mails", 1);
    assertThat(messages()).isEmpty();
    assertThat(MailDesk.texts(db, "SELECT raw FROM notifications.inbound_raw")).isEmpty();
  }

  @Test
  void aFolderNumberedAnewIsReadAnewAndNothingComesTwice() {
    write("one", "jo@acme.example", "One", "x");
    read();
    db.sql("UPDATE notifications.mailbox SET uid_validity = uid_validity - 1");
    db.sql("UPDATE notifications.inbound_mail SET uid_validity = uid_validity - 1");
    write("two", "jo@acme.example", "Two", "x");
    read();
    assertThat(messages())
        .extracting(InboundMailView::reason)
        .containsExactlyInAnyOrder("opened", "duplicate", "opened");
    assertThat(tickets()).isEqualTo(2);
  }

  @Test
  void whatWasReadIsJudgedThoughItsReaderDied() {
    write("one", "jo@acme.example", "One", "x");
    write("two", "jo@acme.example", "Two", "x");
    poll(); // and killed: nothing was judged
    assertThat(messages()).extracting(InboundMailView::state).containsOnly(InboundState.RECEIVED);
    assertThat(tickets()).isZero();
    read(); // another node
    assertThat(tickets()).isEqualTo(2);
    read();
    assertThat(tickets()).isEqualTo(2);
  }

  @Test
  void aReaderThatWasOvertakenStoresNothing() {
    PollStore store = beans.get(PollStore.class);
    Instant now = beans.clock().instant();
    PollLease slow = store.claim(now).orElseThrow();
    assertThat(store.claim(now.plus(PollStore.LEASE).minusMillis(1))).isEmpty();
    Instant later = now.plus(PollStore.LEASE);
    PollLease quick = store.claim(later).orElseThrow();
    byte[] raw = "From: jo@acme.example\r\n\r\nx".getBytes(StandardCharsets.UTF_8);

    assertThat(store.keep(slow, 7, 1, raw, raw.length, null, later)).isFalse();
    assertThat(store.keep(quick, 7, 1, raw, raw.length, null, later)).isTrue();
    assertThat(store.keep(quick, 7, 1, raw, raw.length, null, later)).isTrue();
    store.finish(slow, 9L, 9, later, later);
    assertThat(messages()).hasSize(1);
    assertThat(MailDesk.texts(db, "SELECT lease_owner FROM notifications.mailbox"))
        .containsExactly(quick.owner());
  }

  @Test
  void manyNodesJudgeEachMessageOnce() throws Exception {
    desk.set("mail_in.sender_limit", 1000);
    for (int i = 0; i < 60; i++) {
      write("m" + i % 50, "jo@acme.example", "No " + i % 50, "x"); // ten of them twice
    }
    poll();
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
      desk.set("mail_in.sender_limit", 20);
    }
    assertThat(tickets()).isEqualTo(50);
  }

  @Test
  void aMailboxThatCannotBeReadSaysWhyAndIsReadOnceItIsMended() {
    Mailboxes mailboxes = beans.get(Mailboxes.class);
    change(password("wrong"));
    poll();
    MailboxView failing = mailboxes.require(MailDesk.ADMIN, mailbox.id());
    assertThat(failing.error()).isNotBlank();
    assertThat(failing.dueAt()).isAfter(beans.clock().instant());
    change(password("secret"));
    poll();
    MailboxView well = mailboxes.require(MailDesk.ADMIN, mailbox.id());
    assertThat(well.error()).isNull();
    assertThat(well.polledAt()).isEqualTo(beans.clock().instant());
    assertThat(MailDesk.texts(db, "SELECT password FROM notifications.mailbox"))
        .noneMatch(stored -> stored.contains("secret"));
  }

  private void change(ChangeMailbox command) {
    beans.get(Mailboxes.class).change(MailDesk.ADMIN, mailbox.id(), command, null);
  }

  private static ChangeMailbox password(String password) {
    return new ChangeMailbox(null, null, null, null, null, password, null, null, null, null, null);
  }

  @Test
  void theFirstReadingLeavesAloneWhatSomebodyHasSeen() {
    write("old", "jo@acme.example", "Old", "x");
    read();
    assertThat(tickets()).isEqualTo(1);
    db.sql("TRUNCATE notifications.inbound_mail CASCADE");
    db.sql("UPDATE notifications.mailbox SET uid_validity = NULL, last_uid = 0");
    write("new", "jo@acme.example", "New", "x");
    read();
    assertThat(messages()).extracting(InboundMailView::subject).containsExactly("New");
  }
}
