package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
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
    store.finish(slow, 9L, 9, later, later);
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
}
