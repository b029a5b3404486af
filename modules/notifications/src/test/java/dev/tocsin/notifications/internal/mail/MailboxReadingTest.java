package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.InboundCounts;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailboxReadingTest {

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
  void aFolderNumberedAnewIsReadAnewAndNothingComesTwice() {
    post.write("one", "jo@acme.example", "One", "x");
    post.read();
    db.sql("UPDATE notifications.mailbox SET uid_validity = uid_validity - 1");
    db.sql("UPDATE notifications.inbound_mail SET uid_validity = uid_validity - 1");
    post.write("two", "jo@acme.example", "Two", "x");
    post.read();
    assertThat(post.messages())
        .extracting(InboundMailView::reason)
        .containsExactlyInAnyOrder("opened", "duplicate", "opened");
    assertThat(post.tickets()).isEqualTo(2);
  }

  @Test
  void whatWasReadIsJudgedThoughItsReaderDied() {
    post.write("one", "jo@acme.example", "One", "x");
    post.write("two", "jo@acme.example", "Two", "x");
    post.poll(); // and killed: nothing was judged
    assertThat(post.messages())
        .extracting(InboundMailView::state)
        .containsOnly(InboundState.RECEIVED);
    assertThat(post.tickets()).isZero();
    post.read(); // another node
    assertThat(post.tickets()).isEqualTo(2);
    post.read();
    assertThat(post.tickets()).isEqualTo(2);
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
    store.finish(slow, 9L, 9, later, later, null);
    assertThat(post.messages()).hasSize(1);
    assertThat(MailDesk.texts(db, "SELECT lease_owner FROM notifications.mailbox"))
        .containsExactly(quick.owner());
  }

  @Test
  void aMailboxThatCannotBeReadSaysWhyAndIsReadOnceItIsMended() {
    Mailboxes mailboxes = beans.get(Mailboxes.class);
    post.change(Map.of("password", "wrong"));
    post.poll();
    MailboxView failing = mailboxes.require(MailDesk.ADMIN, post.mailbox().id());
    assertThat(failing.error()).isNotBlank();
    assertThat(failing.dueAt()).isAfter(beans.clock().instant());
    post.change(Map.of("password", "secret"));
    post.poll();
    MailboxView well = mailboxes.require(MailDesk.ADMIN, post.mailbox().id());
    assertThat(well.error()).isNull();
    assertThat(well.polledAt()).isEqualTo(beans.clock().instant());
    assertThat(MailDesk.texts(db, "SELECT password FROM notifications.mailbox"))
        .noneMatch(stored -> stored.contains("secret"));
  }

  @Test
  void theFirstReadingLeavesAloneWhatSomebodyHasSeen() {
    post.write("old", "jo@acme.example", "Old", "x");
    post.read();
    assertThat(post.tickets()).isEqualTo(1);
    db.sql("TRUNCATE notifications.inbound_mail CASCADE");
    db.sql("UPDATE notifications.mailbox SET uid_validity = NULL, last_uid = 0");
    post.write("new", "jo@acme.example", "New", "x");
    post.read();
    assertThat(post.messages()).extracting(InboundMailView::subject).containsExactly("New");
  }

  @Test
  void aMailboxThatHangsDelaysNoOtherAndIsReadByOneReader() throws Exception {
    Mailboxes mailboxes = beans.get(Mailboxes.class);
    post.write("one", "jo@acme.example", "One", "x");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      UUID hanging = mailboxes.create(MailDesk.ADMIN, post.command(silent.getLocalPort())).id();
      silent.setSoTimeout(20_000);
      MailboxPolls polls = beans.get(MailboxPolls.class);
      beans.clock().advance(Duration.ofMinutes(2));
      polls.run(beans.clock().instant());
      try (Socket held = silent.accept()) {
        await().atMost(Duration.ofSeconds(20)).until(() -> post.messages().size() == 1);
        assertThat(MailDesk.texts(db, leased(hanging))).as("it still hangs").hasSize(1);
        polls.run(beans.clock().instant());
        assertThat(MailDesk.texts(db, leased(hanging))).hasSize(1);
        assertThat(held.getInputStream().available()).isZero();
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> mailboxes.require(MailDesk.ADMIN, hanging).error() != null);
    }
  }

  private static String leased(UUID mailbox) {
    return "SELECT lease_owner FROM notifications.mailbox WHERE lease_owner IS NOT NULL AND id = '"
        + mailbox
        + "'";
  }

  @Test
  void whatWasReadIsMovedToAFolderThatIsMadeForIt() throws Exception {
    post.change(Map.of("archive_folder", "Done"));
    post.write("one", "jo@acme.example", "One", "x");
    post.write("two", "jo@acme.example", "Two", "x");
    post.read();
    assertThat(post.tickets()).isEqualTo(2);
    assertThat(post.subjects("INBOX")).isEmpty();
    assertThat(post.subjects("Done")).containsExactly("One", "Two");
    post.write("three", "jo@acme.example", "Three", "x");
    post.read();
    assertThat(post.tickets()).isEqualTo(3);
    assertThat(post.subjects("Done")).containsExactly("One", "Two", "Three");
    assertThat(beans.get(Mailboxes.class).require(MailDesk.ADMIN, post.mailbox().id()).error())
        .isNull();
  }

  @Test
  void aReaderThatDiesBetweenStoringAndMovingLeavesOneTicketAndTheNextReaderMoves()
      throws Exception {
    post.change(Map.of("archive_folder", "Done"));
    post.write("zero", "jo@acme.example", "Zero", "x");
    post.read();
    post.write("one", "jo@acme.example", "One", "x");
    PollStore store = beans.get(PollStore.class);
    beans.clock().advance(Duration.ofMinutes(2));
    Instant now = beans.clock().instant();
    PollLease dying = store.claim(now).orElseThrow();
    byte[] raw = post.raw("INBOX", 0);
    long validity = Objects.requireNonNull(dying.uidValidity());
    store.keep(dying, validity, dying.lastUid() + 1, raw, raw.length, null, now); // and killed
    assertThat(post.subjects("INBOX")).containsExactly("One");

    post.read();
    assertThat(post.tickets()).isEqualTo(2);
    assertThat(post.messages()).hasSize(2);
    assertThat(post.subjects("INBOX")).isEmpty();
    assertThat(post.subjects("Done")).containsExactly("Zero", "One");
  }

  @Test
  void theArchiveIsNotTheFolderThatIsRead() {
    assertThatThrownBy(() -> post.change(Map.of("archive_folder", "INBOX")))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> post.change(Map.of("archive_folder", "a\tb")))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void whatIsHeldIsCountedAtItsMailbox() {
    post.write("x", "who@elsewhere.example", "Hello", "Who am I?");
    post.read();
    assertThat(beans.get(Mailboxes.class).list(MailDesk.ADMIN, PageRequest.first()).data())
        .singleElement()
        .matches(box -> box.held() == 1);
    assertThat(beans.get(InboundMails.class).counts(MailDesk.ADMIN))
        .isEqualTo(new InboundCounts(0, 1, 0, 0));
    beans.get(InboundGauges.class).register();
    assertThat(
            beans
                .get(MeterRegistry.class)
                .get("tocsin.inbound.mails.waiting")
                .tag("state", "held")
                .gauge()
                .value())
        .isEqualTo(1);
  }
}
