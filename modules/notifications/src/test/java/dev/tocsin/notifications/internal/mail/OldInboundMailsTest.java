package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notifications.internal.Ground;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.testing.TestContainer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OldInboundMailsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  @Test
  void whatWasDealtWithIsDeletedWithItsBytesAndWhatNobodyDecidedStays() {
    Instant received = TestContainer.START;
    for (InboundState state : InboundState.values()) {
      String insert =
          "INSERT INTO notifications.inbound_mail (id, mailbox_id, uid_validity, uid, state, size,"
              + " due_at, failures, received_at, version) VALUES (gen_random_uuid(),"
              + " gen_random_uuid(), 1, 1, '%s', 1, '%s', 0, '%s', 1)";
      db.sql(insert.formatted(Code.of(state), received, received));
    }
    db.sql("INSERT INTO notifications.inbound_raw SELECT id, 'x' FROM notifications.inbound_mail");
    OldInboundMails purge = beans.get(OldInboundMails.class);
    Instant end = received.plus(Duration.ofDays(365));

    assertThat(purge.run(end).done()).isZero();
    assertThat(purge.run(end.plus(Duration.ofMinutes(10))).done()).isEqualTo(4);
    assertThat(MailDesk.texts(db, "SELECT state FROM notifications.inbound_mail"))
        .containsExactlyInAnyOrder("received", "held");
    assertThat(MailDesk.texts(db, "SELECT count(*) FROM notifications.inbound_raw"))
        .containsExactly("2");
  }
}
