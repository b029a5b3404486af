package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.AttemptView;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethods;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryDetail;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailDeliveryTest {

  @RegisterExtension static final Ground ground = new Ground();

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
    set("mail.host", "");
  }

  private static void set(String key, Object value) {
    Map<String, JsonNode> change = Map.of(key, Json.MAPPER.valueToTree(value));
    ground.get(Settings.class).change(ADMIN, change);
  }

  private void configure() {
    set("mail.host", "127.0.0.1");
    set("mail.port", mail.getSmtp().getPort());
    set("mail.from", "tocsin@example.org");
    set("mail.tls", "none");
  }

  private static void page(UserView user, String intent) {
    MailText text = new MailText("[HIGH] INC-1 Disk is full", "Acknowledge it");
    ground.get(Pager.class).reach(user, intent, "escalation.paged", text, Ids.next());
  }

  private static void beat() {
    // looked up before two senders do: the second takes what it knows while the first one reads
    ground.get(Settings.class).get(NotificationSettings.MAIL_HOST);
    ground.get(EmailAttempts.class).run(ground.clock().instant());
  }

  private static DeliveryDetail only(String type) {
    List<DeliverySummary> found =
        ground
            .get(Deliveries.class)
            .list(
                ADMIN,
                new DeliveryQuery(null, Channel.EMAIL, type, null, null, null),
                PageRequest.first())
            .data();
    assertThat(found).hasSize(1);
    return ground.get(Deliveries.class).require(ADMIN, found.get(0).id());
  }

  private static void awaitState(String type, DeliveryState state) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(only(type))
                    .matches(found -> found.delivery().state() == state, "is " + state));
  }

  @Test
  void withoutAMailServerADeliveryWaitsVisiblyAndGoesOutOnceThereIsOne() throws Exception {
    UserView alice = ground.hire("Alice", Role.AGENT);
    page(alice, "one");
    beat();
    awaitState("escalation.paged", DeliveryState.FAILED);
    DeliverySummary waiting = only("escalation.paged").delivery();
    assertThat(waiting.reason()).isEqualTo("the setting mail.host is not set");

    configure();
    ground.clock().set(waiting.dueAt());
    beat();
    awaitState("escalation.paged", DeliveryState.SENT);

    List<MimeMessage> pages =
        Stream.of(mail.getReceivedMessages())
            .filter(message -> id(message).equals("<" + waiting.id() + "@tocsin>"))
            .toList();
    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).getAllRecipients()[0]).hasToString(alice.email());
    assertThat(only("escalation.paged").attempts())
        .extracting(AttemptView::outcome)
        .containsExactly(AttemptOutcome.FAILED, AttemptOutcome.SENT);
  }

  @Test
  void aPersonIsPagedByEveryWayStoredAndElseAtTheAccountsAddress() {
    UserView bob = ground.hire("Bob", Role.AGENT);
    page(bob, "first");
    ContactMethods methods = ground.get(ContactMethods.class);
    methods.add(ADMIN, bob.id(), new AddContactMethod(Channel.EMAIL, "bob@home.example", null));
    methods.add(ADMIN, bob.id(), new AddContactMethod(Channel.EMAIL, "bob@work.example", null));
    page(bob, "second");
    page(bob, "second");

    assertThat(
            ground
                .get(Deliveries.class)
                .list(
                    ADMIN,
                    new DeliveryQuery(null, null, "escalation.*", null, null, bob.id()),
                    PageRequest.first())
                .data())
        .extracting(DeliverySummary::address)
        .containsExactlyInAnyOrder(bob.email(), "bob@home.example", "bob@work.example");
  }

  @Test
  void theLinkOfAnInvitationReachesTheMailAndNothingElse() throws Exception {
    configure();
    UserView carol = ground.hire("Carol", Role.AGENT);
    UUID id = only("account.invitation").delivery().id();
    assertThat(only("account.invitation").body()).isNull();
    assertThat(storedBody(id)).startsWith("enc:").doesNotContain("token");

    beat();
    awaitState("account.invitation", DeliveryState.SENT);

    String text = GreenMailUtil.getBody(mail.getReceivedMessages()[0]);
    assertThat(mail.getReceivedMessages()[0].getContent().toString())
        .contains("http://localhost:8080/console/reset?token=")
        .contains("Hello Carol");
    assertThat(text).isNotEmpty();
    assertThat(storedBody(id)).isEmpty();
    assertThat(only("account.invitation").delivery().address()).isEqualTo(carol.email());
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String storedBody(UUID delivery) throws Exception {
    try (Connection connection = ground.db().dataSource().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT body FROM notifications.delivery WHERE id = '" + delivery + "'")) {
      row.next();
      return row.getString(1);
    }
  }
}
