package dev.tocsin.notifications.internal.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.notifications.mail.ChangeMailbox;
import dev.tocsin.notifications.mail.CreateMailbox;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundQuery;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server with one mailbox that a {@link MailDesk} reads, new for every test. */
final class Postbox implements BeforeEachCallback, AfterEachCallback {

  private static final String READING =
      "SELECT count(*) FROM notifications.mailbox WHERE lease_owner IS NOT NULL";

  private final TestDatabase db;
  private final TestContainer beans;
  private final MailDesk desk;
  private final GreenMail server =
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

  Postbox(TestDatabase db, TestContainer beans) {
    this.db = db;
    this.beans = beans;
    this.desk = new MailDesk(beans);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.start();
    inbox = server.setUser("desk@example.org", "desk", "secret");
    desk.sendThrough(server.getSmtp().getPort());
    db.sql(
        "TRUNCATE notifications.delivery, notifications.mail_thread, notifications.mailbox,"
            + " notifications.inbound_mail CASCADE");
    db.sql("TRUNCATE ticketing.ticket CASCADE");
    acme = desk.customer("en");
    mailbox = beans.get(Mailboxes.class).create(MailDesk.ADMIN, command(port()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.stop();
    desk.set("mail.host", "");
  }

  /** The mailbox of this server's user, read at some port of this machine. */
  CreateMailbox command(int port) {
    return new CreateMailbox(
        "Desk",
        "127.0.0.1",
        port,
        MailboxTls.NONE,
        "desk",
        "secret",
        null,
        null,
        null,
        Map.of("acme.example", acme.id()),
        Priority.P2,
        null);
  }

  /** Changes the mailbox, in the words of the API. */
  void change(Map<String, ?> change) {
    ChangeMailbox command = Json.MAPPER.convertValue(change, ChangeMailbox.class);
    mailbox = beans.get(Mailboxes.class).change(MailDesk.ADMIN, mailbox.id(), command, null);
  }

  MailDesk desk() {
    return desk;
  }

  GreenMail server() {
    return server;
  }

  int port() {
    return server.getImap().getPort();
  }

  CustomerView acme() {
    return acme;
  }

  MailboxView mailbox() {
    return mailbox;
  }

  void deliver(String... lines) {
    byte[] raw = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    try {
      Session session = Session.getInstance(new Properties());
      inbox.deliver(new MimeMessage(session, new ByteArrayInputStream(raw)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(String id, String from, String subject, String text, String... more) {
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
  void read() {
    poll();
    judge();
  }

  /** Reads what is due and waits until nobody reads any more. */
  void poll() {
    beans.clock().advance(PollStore.LEASE);
    beans.get(MailboxPolls.class).run(beans.clock().instant());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> MailDesk.texts(db, READING).equals(List.of("0")));
  }

  /** Judges what was read; returns how many messages that were. */
  int judge() {
    return beans.get(InboundJudgements.class).run(beans.clock().instant()).done();
  }

  /** Returns the subjects of a folder on the server; none when there is no such folder. */
  List<String> subjects(String folder) throws MessagingException {
    List<String> subjects = new ArrayList<>();
    for (StoredMessage stored : stored(folder)) {
      subjects.add(stored.getMimeMessage().getSubject());
    }
    return subjects;
  }

  /** Returns a message of a folder on the server as it came. */
  byte[] raw(String folder, int index) throws MessagingException, IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    stored(folder).get(index).getMimeMessage().writeTo(raw);
    return raw.toByteArray();
  }

  private List<StoredMessage> stored(String name) {
    ImapHostManager host = server.getManagers().getImapHostManager();
    MailFolder folder = host.getFolder(inbox, name);
    return folder == null ? List.of() : folder.getMessages();
  }

  List<InboundMailView> messages() {
    return beans
        .get(InboundMails.class)
        .list(MailDesk.ADMIN, new InboundQuery(null, null, null), PageRequest.first())
        .data()
        .stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  InboundMailView last() {
    List<InboundMailView> all = messages();
    return all.get(all.size() - 1);
  }

  TicketView ticket(InboundMailView message) {
    return beans.get(Ticketing.class).require(MailDesk.ADMIN, String.valueOf(message.ticketId()));
  }

  List<CommentView> comments(TicketView ticket) {
    return beans.get(Ticketing.class).comments(MailDesk.ADMIN, ticket.number());
  }

  long tickets() {
    return beans.get(Ticketing.class).count(MailDesk.ADMIN, TicketQuery.all());
  }

  /** Sends what is due and returns where an answer to the newest mail to this address goes. */
  String replyTo(String address) throws MessagingException {
    desk.sendAll();
    MimeMessage newest = null;
    for (MimeMessage sent : server.getReceivedMessages()) {
      if (sent.getAllRecipients() != null
          && sent.getAllRecipients()[0].toString().equals(address)
          && sent.getHeader("X-Loop") != null) {
        newest = sent;
      }
    }
    return Objects.requireNonNull(newest).getReplyTo()[0].toString();
  }

  /** Returns whether a message has a header. */
  static boolean has(MimeMessage message, String header) {
    try {
      return message.getHeader(header) != null;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage message) {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
