package dev.tocsin.ticketing.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Desk;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.ticketing.attachments.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestersTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private Requesters requesters;
  private UserView petra;
  private Actor asPetra;
  private TicketView ticket;
  private TicketView another;

  @BeforeEach
  void furnish() {
    db.sql("SELECT lo_unlink(oid) FROM pg_largeobject_metadata");
    db.sql("TRUNCATE ticketing.ticket CASCADE");
    desk = new Desk(beans);
    requesters = beans.get(Requesters.class);
    petra = desk.personOf(desk.customer1);
    asPetra = Desk.signedIn(petra);
    ticket =
        desk.tickets.open(
            desk.agent,
            new OpenTicket(
                desk.customer1.id(),
                petra.name() + " cannot print",
                "Mail her at " + petra.email().toUpperCase(Locale.ROOT) + ".",
                Priority.P2,
                null,
                new Requester(petra.email(), petra.name()),
                null,
                null,
                null));
    another = desk.open(desk.token1, Priority.P3);
    desk.tickets.comment(asPetra, ticket.number(), AddComment.inPublic("Regards, " + petra.name()));
    desk.tickets.comment(asPetra, another.number(), AddComment.inPublic("Me too"));
    desk.tickets.comment(
        desk.agent, ticket.number(), AddComment.inPublic("Dear " + petra.name() + ", we look"));
    beans.get(TicketWatchers.class).add(asPetra, ticket.number(), petra.id());
    attach(asPetra, "photo of me.jpg");
    attach(desk.agent, "manual.pdf");
  }

  private void attach(Actor actor, String name) {
    byte[] bytes = "GIF89a".getBytes(StandardCharsets.UTF_8);
    try (Upload upload = Upload.receive(name, new ByteArrayInputStream(bytes))) {
      beans.get(TicketAttachments.class).add(actor, ticket.number(), null, upload);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long found(String words) {
    return desk.tickets
        .list(desk.agent, TicketQuery.all().withWords(words), PageRequest.first())
        .data()
        .size();
  }

  @Test
  void anExportHoldsEverythingOfThePersonAndNothingOfOthers() {
    desk.tickets.open(desk.token2, Desk.ticket(desk.customer2.id(), Priority.P1, "Somebody else"));
    String export =
        Json.write(requesters.export(desk.admin, petra.email().toUpperCase(Locale.ROOT)));
    assertThat(export)
        .contains(petra.email(), "cannot print", "Me too", "photo of me.jpg", "we look")
        .doesNotContain("Somebody else");
  }

  @Test
  void whoIsErasedIsNowhereAnyMoreAndWhatHappenedStays() {
    assertThat(found("\"" + petra.name() + "\"")).isEqualTo(1);
    Erasure erasure = requesters.erase(desk.admin, petra.email());
    assertThat(erasure.erased())
        .containsEntry("tickets", 1)
        .containsEntry("comments", 2)
        .containsEntry("attachments", 1);
    assertThat(erasure.accountRemains()).isTrue();

    for (TicketView each : new TicketView[] {ticket, another}) {
      String all =
          Json.write(desk.tickets.conversation(desk.agent, each.number()))
              + Json.write(desk.tickets.history(desk.agent, each.number()))
              + Json.write(beans.get(TicketWatchers.class).list(desk.agent, each.number()))
              + Json.write(beans.get(TicketAttachments.class).list(desk.agent, each.number()));
      assertThat(all.toLowerCase(Locale.ROOT))
          .doesNotContain(petra.name().toLowerCase(Locale.ROOT))
          .doesNotContain(petra.email())
          .doesNotContain(petra.id().toString());
    }
    assertThat(desk.tickets.comments(desk.agent, ticket.number()))
        .extracting(CommentView::body)
        .containsExactly("Regards, (erased)", "Dear (erased), we look");
    assertThat(desk.tickets.comments(desk.agent, ticket.number()).get(0).byAgent()).isFalse();
    assertThat(desk.tickets.history(desk.agent, ticket.number()))
        .hasSizeGreaterThan(4)
        .anySatisfy(row -> assertThat(row.actor()).isEqualTo("(erased)"));
    assertThat(found("\"" + petra.name() + "\"")).as("nor does a search know").isZero();
    assertThat(found("print")).isEqualTo(1);
    assertThat(beans.get(TicketAttachments.class).list(desk.agent, ticket.number()))
        .singleElement()
        .satisfies(file -> assertThat(file.fileName()).isEqualTo("manual.pdf"));
    assertThat(objects()).as("the bytes are gone").isEqualTo(1);
    assertThat(audited()).isEqualTo(1);
  }

  private static long objects() {
    return number("SELECT count(*) FROM pg_largeobject_metadata");
  }

  private long audited() {
    return number(
        """
        SELECT count(*) FROM platform.audit_entry WHERE action = 'requester.erased'
        AND entity_id = encode(sha256(convert_to('%1$s', 'UTF8')), 'hex')
        AND detail NOT LIKE '%%%1$s%%'
        """
            .formatted(petra.email()));
  }

  private static long number(String query) {
    return db.call(
        "ticketing", em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
  }

  @Test
  void onlyAdministratorsAskAndWhoIsNotThereIsNotFound() {
    for (Actor actor : new Actor[] {desk.agent, desk.viewer, asPetra}) {
      assertThatThrownBy(() -> requesters.export(actor, petra.email()))
          .isInstanceOf(Forbidden.class);
      assertThatThrownBy(() -> requesters.erase(actor, petra.email()))
          .isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(() -> requesters.export(desk.admin, "nobody@example.org"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> requesters.erase(desk.admin, "nobody@example.org"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aNamesakeOnATicketOfTheirOwnStays() {
    TicketView theirs =
        desk.tickets.open(
            desk.agent,
            new OpenTicket(
                desk.customer2.id(),
                "Other",
                null,
                Priority.P2,
                null,
                new Requester("namesake@example.org", petra.name()),
                null,
                null,
                null));
    requesters.erase(desk.admin, petra.email());
    assertThat(desk.tickets.require(desk.agent, theirs.number()).requester())
        .isEqualTo(new Requester("namesake@example.org", petra.name()));
  }

  @Test
  void whoOnlyWatchesIsForgottenToo() {
    TicketView watched = desk.open(desk.token1, Priority.P3);
    beans.get(TicketWatchers.class).add(asPetra, watched.number(), petra.id());
    requesters.erase(desk.admin, petra.email());
    assertThat(beans.get(TicketWatchers.class).list(desk.agent, watched.number())).isEmpty();
  }

  @Test
  void anErasureTakesTicketsInTheOrderOfEverybodyElse() throws Exception {
    TicketView older = desk.open(desk.token1, Priority.P3);
    String email = "otto@example.org";
    TicketView own =
        desk.tickets.open(
            desk.agent,
            new OpenTicket(
                desk.customer1.id(),
                "Otto's",
                null,
                Priority.P3,
                null,
                new Requester(email, "Otto"),
                null,
                null,
                null));
    desk.tickets.comment(
        desk.token1, older.number(), new AddComment("Me too", Visibility.PUBLIC, email));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Erasure> erasing =
          beans.inTransaction(
              () -> {
                desk.move(older, TicketStatus.CLOSED);
                Future<Erasure> begun = thread.submit(() -> requesters.erase(desk.admin, email));
                awaitSomebodyWaiting();
                desk.move(own, TicketStatus.CLOSED); // which the erasure does not hold yet
                return begun;
              });
      assertThat(erasing.get().erased()).containsEntry("tickets", 1).containsEntry("comments", 1);
    } finally {
      thread.shutdownNow();
    }
    assertThat(desk.tickets.require(desk.agent, own.number()).status())
        .isEqualTo(TicketStatus.CLOSED);
    assertThat(Json.write(desk.tickets.conversation(desk.agent, older.number())))
        .doesNotContain(email);
  }

  private static void awaitSomebodyWaiting() {
    String waiting =
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await().atMost(Duration.ofSeconds(30)).until(() -> number(waiting) > 0);
  }
}
